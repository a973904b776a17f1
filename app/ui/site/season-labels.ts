import type { Segment } from '~/domain/events/season'

/** Widths are worked out for a window of 1440 pixels; narrower ones show fewer labels by CSS. */
const TRACK_PX = 1024

/** About how wide a label of 13 pixels is. */
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.2), 6)

export type PlacedSegment = Segment & {
  /** empty when it would not fit; the words are in the list for screen readers anyway */
  label: string
  /** pixels from the start of the segment to its label */
  shift: number
  /** the label stands to the left, where the right edge is too near */
  before: boolean
  /** past the middle: on a phone its label stands to the left as well */
  late: boolean
}

/**
 * Sets labels so that none runs into another: what is open starts behind today’s line, what follows starts behind that
 * label or loses words, the day on site stands beside its block.
 */
export function placeLabels(
  segments: readonly Segment[],
  words: (segment: Segment) => string[],
  { today, months }: { today: number; months: number },
): PlacedSegment[] {
  const month = TRACK_PX / months
  let taken = 0
  let happened = false
  return segments.map((segment) => {
    const from = segment.from * month
    if (segment.kind === 'live') {
      happened = true
      const label = words(segment).join(' ')
      return {
        ...segment,
        label,
        shift: 0,
        late: segment.to > months * 0.55,
        before: segment.to * month + 14 + widthOf(label) > months * month,
      }
    }
    const behindToday = segment.from <= today && today < segment.to
    const at = Math.max(from + 4, behindToday ? today * month + 6 : 0, taken)
    const room = segment.kind === 'open' ? months * month - at : segment.to * month - at
    // what comes after the day on site would run into its label
    const fitting = happened ? [] : words(segment)
    while (fitting.length > 0 && widthOf(fitting.join(' · ')) > room) fitting.pop()
    const label = fitting.join(' · ')
    if (label) taken = at + widthOf(label) + 12
    return { ...segment, label, shift: at - from, before: false, late: false }
  })
}
