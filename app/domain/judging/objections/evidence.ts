import type { FileRule } from '~/domain/entries/section'

/** Evidence with one objection: pages and pictures, of a size that an office opens. */
export const MOST_FILES = 5

export const EVIDENCE: FileRule = {
  id: 'evidence',
  label: { zh: '证据材料', en: 'Evidence' },
  types: ['pdf', 'jpg', 'png'],
  maxMB: 20,
  count: { min: 0, max: MOST_FILES },
  optional: true,
}
