import { openingAt } from './phases'

type Actable = {
  kind: string
  status: string
  takesEntries: boolean
  opensAt: Date | null
  closesAt: Date | null
}

/** `submit`: hand in a work. `register`: enter a machine or oneself. */
export type VisitorAction = 'submit' | 'register'

/** What a visitor can do on this platform at `now`. Null when nothing is open, or what is open is handled elsewhere. */
export function visitorAction({ kind, status, takesEntries, opensAt, closesAt }: Actable, now: Date): VisitorAction | null {
  if (status === 'cancelled' || !takesEntries || openingAt(opensAt, closesAt, now) !== 'open') return null
  return kind === 'design-contest' ? 'submit' : 'register'
}
