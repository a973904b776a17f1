import { transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { contentOf, entryParts } from '../entry-row.server'
import { readEntryForm } from '../read-entry-form'
import type { FormValues } from '../read-entry-form'
import { refuseChange } from '../registration-window'
import type { TimeRefusal } from '../registration-window'
import { settleLater } from '../settle-later.server'
import { termsOf } from '../terms.server'
import { linksStep, readLink, signingPath } from './signing-link.server'

interface CorrectOwn {
  token: string
  /** `author.0.name` and the other parts of one author */
  form: FormValues
  now: Date
}

type Correction = Outcome<'not-found' | 'name-missing' | TimeRefusal, { path: string }>

/**
 * Lets an author put right what the sheet says about them, by their link: nobody else’s row, nothing of the work. A link
 * shows who reads a contact only while it is the contact it went to: with another one the author goes on by a new link.
 */
export function correctOwn({ token, form, now }: CorrectOwn): Promise<Correction> {
  return transact(async (tx): Promise<Correction> => {
    const link = await readLink(tx, token)
    if (!link) return refuse('not-found')
    const { eventId, entryId, authorId, linkId, kind } = link
    await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = ${entryId} for update`
    const [terms, entry] = [
      await termsOf(tx, eventId),
      await tx.entry.findUnique({ where: { eventId_id: { eventId, id: entryId } }, include: entryParts }),
    ]
    const before = entry?.authors.find(({ id, role }) => id === authorId && role === 'author')
    if (!terms || !entry || !before) return refuse('not-found')
    const late = refuseChange(terms, entry, now)
    if (late) return refuse(late)
    // one author, read as the entry form reads them
    const asked = {
      get: (name: string) =>
        name === 'authors.asked' ? '1' : name === 'author.0.id' ? authorId : name.startsWith('author.0.') ? form.get(name) : null,
      getAll: () => [],
    }
    const [author] = readEntryForm(asked, terms, contentOf(entry)).authors
    if (!author?.name) return refuse('name-missing')
    const { id: _id, nameLatin, bornOn, mobile, email, ...rest } = author
    await tx.entryAuthor.update({
      where: { eventId_entryId_id: { eventId, entryId, id: authorId } },
      data: { ...rest, nameLatin: nameLatin || null, bornOn: bornOn || null, mobile: mobile || null, email: email || null },
    })
    await tx.entry.update({ where: { eventId_id: { eventId, id: entryId } }, data: { version: { increment: 1 } } })
    await settleLater(tx, terms, entry, now)
    if (before.personId || (before.email === (email || null) && before.mobile === (mobile || null)))
      return done({ path: signingPath(linkId, kind) })
    await tx.signingLink.delete({ where: { id: linkId } })
    await linksStep(tx, eventId, [{ entryId, authorId }])
    const fresh = await tx.signingLink.findUniqueOrThrow({ where: { eventId_entryId_authorId: { eventId, entryId, authorId } } })
    return done({ path: signingPath(fresh.id, 'handed') })
  })
}
