import { transact } from '~/db.server'
import { forget as forgetInBooths } from '~/domain/booths/personal-data.server'
import { erasureHindrances as ofEntries, forget as forgetInEntries } from '~/domain/entries/personal-data.server'
import { erasureHindrances as ofJudging, forget as forgetInJudging } from '~/domain/judging/personal-data.server'
import { forget as forgetInNotices } from '~/domain/notices/personal-data.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { erasureHindrances as ofPrizes, forget as forgetInPrizes } from '~/domain/prizes/personal-data.server'
import { erasureHindrances as ofPeople, forget as forgetInPeople } from '~/domain/people/personal-data.server'
import { say, type Lang } from '~/i18n/language'

export type EraseRefusal = 'entries' | 'judging' | 'owner' | 'payments'

/**
 * Closes an account: each noun takes the person out of its rows, in one transaction; works, marks and checksums stay.
 * Refuses, with a list of what is in the way, while a work of theirs is in a contest, a panel counts on them, or an
 * organisation would lose its only owner.
 */
export function erasePerson({ personId, lang, now }: { personId: string; lang: Lang; now: Date }): Promise<Outcome<EraseRefusal>> {
  return transact(async (tx) => {
    // nothing new begins in this person's name while we look
    await tx.$queryRaw`select 1 from "Person" where "id" = ${personId} for update`
    const list = (names: { nameZh: string; nameEn: string }[]) =>
      names.map(({ nameZh, nameEn }) => say({ zh: nameZh, en: nameEn }, lang)).join(lang === 'en' ? '; ' : '、')
    const entries = await ofEntries(tx, personId)
    if (entries.length > 0) return refuse('entries', { list: list(entries) })
    const judging = await ofJudging(tx, personId)
    if (judging.length > 0) return refuse('judging', { list: list(judging) })
    const paid = await ofPrizes(tx, personId)
    if (paid.length > 0) return refuse('payments', { list: list(paid) })
    const owned = await ofPeople(tx, personId)
    if (owned.length > 0) return refuse('owner', { list: list(owned) })

    const contacts = await tx.contact.findMany({ where: { personId }, select: { kind: true, value: true } })
    await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } })
    await forgetInNotices(tx, personId, contacts)
    await forgetInPrizes(tx, personId)
    await forgetInJudging(tx, personId)
    await forgetInEntries(tx, personId)
    await forgetInBooths(tx, personId)
    await forgetInPeople(tx, personId, now)
    return done()
  })
}
