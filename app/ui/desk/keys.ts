import { CHOICES } from '~/domain/judging/votes/choice'
import type { DeskStore } from './desk-store'
import { markOfKey, padCells } from './mark-values'

/** What the desk can open or do on the table, besides marking. */
export type DeskAsk = 'help' | 'overview' | 'recuse' | 'note' | 'fit' | 'stitch' | 'immerse' | 'next-view' | 'previous-view' | 'type'

const ASKS: Record<string, DeskAsk> = {
  '?': 'help',
  o: 'overview',
  r: 'recuse',
  n: 'note',
  f: 'fit',
  z: 'stitch',
  ' ': 'immerse',
  ']': 'next-view',
  '[': 'previous-view',
  Enter: 'type',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'preventDefault'> & {
  target: EventTarget | null
}

/** True where keys mean text or belong to the control that has the focus. */
function isTaken({ target, key }: Pressed): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable], dialog')) return true
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary') !== null
}

/** One key of the desk: marks and moves by itself, hands everything else to `ask`. */
export function pressKey(event: Pressed, store: DeskStore, ask: (what: DeskAsk) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const { criteria } = store.setup
  const current = criteria[store.get().criterion]
  if (store.setup.voting) {
    const voted = CHOICES[Number(key) - 1]
    if (voted) {
      event.preventDefault()
      store.vote(voted)
    }
    if (voted || /^[\d.]$/.test(key)) return
  }
  // a typed mark: the digit itself goes into the field that now has the focus
  if (/^\d$/.test(key) && current && padCells(current) === null) return ask('type')
  const act = actionOf(key, store) ?? (ASKS[key] ? () => ask(ASKS[key] ?? 'help') : null)
  if (!act) return
  event.preventDefault()
  act()
}

function actionOf(key: string, store: DeskStore): (() => void) | null {
  const { criterion } = store.get()
  if (/^\d$/.test(key)) {
    const current = store.setup.criteria[criterion]
    const mark = current && markOfKey(padCells(current) ?? [], key)
    return mark ? () => store.mark(mark) : null
  }
  switch (key) {
    case '.':
      return () => store.half()
    case 'Backspace':
    case 'Delete':
      return () => store.clear()
    case 'ArrowRight':
      return () => store.next()
    case 'ArrowLeft':
      return () => store.step(-1)
    case 'ArrowDown':
      return () => store.choose(criterion + 1)
    case 'ArrowUp':
      return () => store.choose(criterion - 1)
    case 'l':
      return () => store.later()
    default:
      return null
  }
}
