import type { OfficialRole } from '~/domain/judging/measured/settle-records'
import type { Run } from '~/domain/judging/measured/rules'

/** What the field screen brings with it, in the language of the page. */
export interface FieldSetup {
  /** of the outbox */
  key: string
  seatId: string
  base: string
  eventName: string
  stageName: string
  official: string
  role: OfficialRole
  /** null where nothing is timed */
  run: { minutes: number | null; stops: Run['stops']; parts: { id: string; name: string }[] } | null
  faults: { criterion: string; name: string; part: string; items: { id: string; name: string }[] }[]
  readings: {
    criterion: string
    name: string
    part: string
    unit: string
    meter: boolean
    plausible: { min: number; max: number } | null
  }[]
  lobbyPath: string
  signInPath: string
}
