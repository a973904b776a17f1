import { withMark } from './desk-model'
import type { DeskNote, DeskSheet, DeskWork } from './desk-setup'
import type { DeskLists } from './desk-source'
import type { NewItem } from './outbox-item'

/**
 * What was done on this page or waits from an earlier one: newer than any list, wherever it was read. Lists may be
 * read while marks are under way, so what was delivered meanwhile stays on top as well.
 */
export class DeskOverlay {
  #marks = new Map<string, NewItem & { kind: 'mark' }>()
  #notes = new Map<string, DeskNote>()
  #gone = new Set<string>()

  constructor(private readonly criteria: readonly string[]) {}

  /** Items in the order in which they were done: the last one of a cell stands. */
  take(item: NewItem): void {
    if (item.kind === 'recusal') this.#gone.add(item.code)
    else if (item.kind === 'note') this.#notes.set(item.code, { text: item.text, later: item.later })
    else this.#marks.set(`${item.code} ${item.criterion}`, item)
  }

  /** Forgets items the server will not take, so that lists show what it has. */
  release(items: readonly NewItem[]): void {
    for (const item of items) {
      if (item.kind === 'recusal') this.#gone.delete(item.code)
      else if (item.kind === 'note') this.#notes.delete(item.code)
      else this.#marks.delete(`${item.code} ${item.criterion}`)
    }
  }

  apply(lists: DeskLists): {
    works: DeskWork[]
    sheets: Map<string, DeskSheet>
    notes: Map<string, DeskNote>
  } {
    const sheets = new Map<string, DeskSheet>(Object.entries(lists.marks))
    for (const { code, criterion, value } of this.#marks.values()) {
      const place = this.criteria.indexOf(criterion)
      if (place >= 0) sheets.set(code, withMark(sheets.get(code), this.criteria.length, place, value))
    }
    return {
      works: lists.works.filter(({ code }) => !this.#gone.has(code)),
      sheets,
      notes: new Map([...Object.entries(lists.notes), ...this.#notes]),
    }
  }

  /** Lists as they are once the server has these items. */
  delivered(lists: DeskLists, items: readonly NewItem[]): DeskLists {
    const only = new DeskOverlay(this.criteria)
    for (const item of items) only.take(item)
    const { works, sheets, notes } = only.apply(lists)
    return { ...lists, works, marks: Object.fromEntries(sheets), notes: Object.fromEntries(notes) }
  }
}
