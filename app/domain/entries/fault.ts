import type { Localized } from '~/domain/events/localized'
import type { FileFault } from './file-fault'

/** Why a part of an entry cannot be handed in as it is. */
export type FaultReason =
  | 'required'
  | 'too-long'
  | 'too-short'
  | 'not-a-number'
  | 'too-small'
  | 'too-big'
  | 'too-many-decimals'
  | 'not-an-option'
  | 'too-many-choices'
  | 'not-a-date'
  | 'not-an-address'
  | 'too-many-authors'
  | 'too-many-instructors'
  | 'school-required'
  | 'employer-required'
  | 'latin-name-required'
  | 'contact-required'
  | 'not-a-mobile'
  | 'not-an-email'
  | 'files-missing'
  | 'files-too-many'
  | 'file-refused'
  | `file-${FileFault}`
  | 'not-eligible'
  | 'not-agreed'
  | 'not-signed'
  | 'signature-differs'

/**
 * One thing to put right. `at` addresses the control: `group`, `track`, `field.concept`, `author.0.organisation`,
 * `file.board`, `declaration.unpublished`. `text` is the event’s own sentence where it has one.
 */
export interface Fault {
  at: string
  reason: FaultReason
  detail?: Record<string, string | number>
  text?: Localized
}
