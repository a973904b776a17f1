import { employerDomain, normalName, normalOrganisation } from './conflict-names'

export type ConflictReason =
  /** the judge is an author or the instructor of the work: the same account or the same address */
  | 'author'
  | 'instructor'
  /** somebody named on the work has the judge’s name; perhaps another person */
  | 'same-name'
  /** the judge made or taught another work of this event with somebody named on this one */
  | 'works-with'
  | 'same-organisation'
  | 'same-email-domain'

/** A judge as far as conflicts go. Unconfirmed addresses belong in `emails` too. */
export type JudgeIdentity = {
  id: string
  personId: string | null
  names: string[]
  organisations: string[]
  emails: string[]
}

export type WorkPerson = {
  role: 'author' | 'instructor'
  personId: string | null
  names: string[]
  organisation: string
  emails: string[]
}

/** `sponsors` are brands or bodies that stand behind the work; they conflict like an employer. */
export type WorkPeople = { id: string; people: WorkPerson[]; sponsors?: string[] }

/** `certain` is false where only a name agrees: worth asking the judge, not enough to be sure. */
export type Conflict = { judge: string; entry: string; reasons: ConflictReason[]; certain: boolean }

/**
 * Conflicts of interest between judges and works, found by account, address, name, organisation and mail domain.
 * In the order of `judges`, then of `works`; reasons by weight. It finds what is written down: judges declare the rest.
 */
export function detectConflicts(judges: readonly JudgeIdentity[], works: readonly WorkPeople[]): Conflict[] {
  const traced = works.map((work) => ({
    id: work.id,
    organisations: new Set([...work.people.map(({ organisation }) => organisation), ...(work.sponsors ?? [])].map(normalOrganisation)),
    people: work.people.map((person) => ({
      role: person.role,
      ...trace(person.personId, person.names, person.emails),
    })),
  }))
  return judges.flatMap((judge) => {
    const self = trace(judge.personId, judge.names, judge.emails)
    const organisations = judge.organisations.map(normalOrganisation).filter((name) => name !== '')
    const partners = new Set(
      traced
        .filter(({ people }) => people.some((person) => isSame(person, self)))
        .flatMap(({ people }) => people.filter((person) => !isSame(person, self)).flatMap(({ marks }) => [...marks])),
    )
    return traced.flatMap((work): Conflict[] => {
      const reasons = new Set<ConflictReason>()
      for (const person of work.people) {
        if (isSame(person, self)) reasons.add(person.role)
        else if (meets(person.names, self.names)) reasons.add('same-name')
        if (meets(person.marks, partners)) reasons.add('works-with')
        if (meets(person.domains, self.domains)) reasons.add('same-email-domain')
      }
      if (organisations.some((name) => work.organisations.has(name))) reasons.add('same-organisation')
      if (reasons.size === 0) return []
      const inOrder = byWeight.filter((reason) => reasons.has(reason))
      return [
        {
          judge: judge.id,
          entry: work.id,
          reasons: inOrder,
          certain: inOrder.some((reason) => reason !== 'same-name'),
        },
      ]
    })
  })
}

const byWeight: ConflictReason[] = ['author', 'instructor', 'works-with', 'same-organisation', 'same-email-domain', 'same-name']

/** What a person can be recognised by; `marks` (account and addresses) are theirs alone. */
type Trace = { marks: Set<string>; names: Set<string>; domains: Set<string> }

function trace(personId: string | null, names: readonly string[], emails: readonly string[]): Trace {
  const addresses = emails.map((address) => address.trim().toLowerCase()).filter((address) => address !== '')
  return {
    marks: new Set([...(personId === null ? [] : [`person ${personId}`]), ...addresses]),
    names: new Set(names.map(normalName).filter((name) => name !== '')),
    domains: new Set(addresses.flatMap((address) => employerDomain(address) ?? [])),
  }
}

function isSame(a: Trace, b: Trace): boolean {
  return meets(a.marks, b.marks)
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}
