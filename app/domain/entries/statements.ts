import type { Lang } from '~/i18n/language'
import { say } from '~/i18n/language'
import type { Fault } from './fault'
import type { EntryContent } from './entry-content'
import { rightsModels } from './rights-models'
import type { Terms } from './terms'

/** The two texts an entrant signs, as they stand now, in the language they are read in. */
export interface Statements {
  /** 原创承诺书 */
  originality: string
  rights: string
}

export function statementsOf({ contest }: Pick<Terms, 'contest'>, lang: Lang): Statements {
  const { model, note } = contest.rights
  const rights = say(rightsModels[model].text, lang)
  return { originality: say(contest.statement, lang).trim(), rights: note ? `${rights}\n\n${say(note, lang)}` : rights }
}

/** What the entrant ticked and typed below the texts. */
export interface Signing {
  originality: boolean
  rights: boolean
  signature: string
}

/** Both texts agreed to, signed with the name of an author: spaces, case and width of letters do not matter. */
export function checkSigning({ originality, rights, signature }: Signing, authors: EntryContent['authors']): Fault[] {
  const faults: Fault[] = []
  if (!originality) faults.push({ at: 'originality', reason: 'not-agreed' })
  if (!rights) faults.push({ at: 'rights', reason: 'not-agreed' })
  if (!signature) faults.push({ at: 'signature', reason: 'not-signed' })
  else if (!authors.some((author) => samePerson(signature, author))) {
    faults.push({ at: 'signature', reason: 'signature-differs' })
  }
  return faults
}

/** A signature is a name of the author, in either script. */
export const samePerson = (signature: string, { name, nameLatin }: { name: string; nameLatin: string | null }): boolean =>
  plain(name) === plain(signature) || (!!nameLatin && plain(nameLatin) === plain(signature))

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・.-]/g, '')
    .toLowerCase()
