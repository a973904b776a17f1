import { followLine } from '~/ui/live/event-line'

/** What the final says to this tablet; `code` is null while nothing is called, or what is called is not this judge's. */
export interface LiveCall {
  code: string | null
  /** a work is called that this judge stands aside for */
  aside: boolean
  /** works whose total the hall knows: their marks are fixed */
  revealed: string[]
}

/** Follows the calls of a live stage; `connected` says whether the line stands. */
export const followCalls = (base: string, called: (call: LiveCall) => void): (() => void) => followLine<LiveCall>(`${base}/live`, called)
