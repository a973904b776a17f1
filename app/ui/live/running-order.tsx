import { Form } from '@remix-run/react'
import { type DragEvent, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { BoardView } from '~/routes/console/live-board.server'

/** The order of the evening, group by group: moved by dragging or by buttons until a work is called. */
export function RunningOrder({ board, movable, callable }: { board: BoardView; movable: boolean; callable: boolean }) {
  const t = useT('live')
  const drop = useRef<HTMLFormElement>(null)
  const [held, setHeld] = useState<{ entry: string; group: string } | null>(null)
  const place = (entry: string) => board.turns.findIndex((turn) => turn.entry === entry)
  const put = (to: number) => {
    const form = drop.current
    if (!form || !held) return
    ;(form.elements.namedItem('entry') as HTMLInputElement).value = held.entry
    ;(form.elements.namedItem('to') as HTMLInputElement).value = String(to)
    form.requestSubmit()
    setHeld(null)
  }
  return (
    <section>
      <h2>
        {t('order.title')} <small>{board.turns.length}</small>
      </h2>
      <p className="quiet small">{t('order.drawn', { seed: String(board.seed), at: board.drawnAt })}</p>
      <Form method="post" ref={drop} hidden preventScrollReset>
        <input type="hidden" name="intent" value="move" />
        <input type="hidden" name="version" value={board.version} />
        <input type="hidden" name="entry" />
        <input type="hidden" name="to" />
      </Form>
      {board.groups.map((group, n) => {
        const turns = board.turns.filter((turn) => turn.group === group.id)
        const free = movable && !turns.some(({ called }) => called)
        return (
          <div key={group.id} className="live-group">
            <h3>
              {group.name} <small className="num">{turns.length}</small>
              {free && n > 0 && !board.begun && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="version" value={board.version} />
                  <input type="hidden" name="group" value={group.id} />
                  <button className="plain" name="intent" value="group-up">
                    {t('order.groupUp', { group: group.name })}
                  </button>
                </Form>
              )}
            </h3>
            <ol className="live-order">
              {turns.map((turn) => {
                const at = place(turn.entry)
                const mayMove = movable && !turn.called
                const above = board.turns[at - 1]
                const below = board.turns[at + 1]
                return (
                  <li
                    key={turn.entry}
                    draggable={mayMove}
                    data-held={held?.entry === turn.entry || undefined}
                    aria-current={board.called?.entry === turn.entry || undefined}
                    onDragStart={(event: DragEvent) => {
                      event.dataTransfer.effectAllowed = 'move'
                      setHeld(turn)
                    }}
                    onDragEnd={() => setHeld(null)}
                    onDragOver={(event: DragEvent) => mayMove && held?.group === turn.group && event.preventDefault()}
                    onDrop={(event: DragEvent) => {
                      event.preventDefault()
                      if (held && held.entry !== turn.entry) put(at)
                    }}
                  >
                    <span className="live-place num">{at + 1}</span>
                    <b className="num">{turn.code}</b>
                    <span className="live-name">
                      <bdi>{turn.title}</bdi>
                    </span>
                    <span className={`state ${turn.revealed ? 'state--done' : board.called?.entry === turn.entry ? 'state--now' : ''}`}>
                      {turn.revealed
                        ? t('order.revealed')
                        : board.called?.entry === turn.entry
                          ? t('order.now')
                          : turn.called
                            ? t('order.called')
                            : t('order.waits')}
                    </span>
                    <Form method="post" className="live-moves" preventScrollReset>
                      <input type="hidden" name="version" value={board.version} />
                      <input type="hidden" name="entry" value={turn.entry} />
                      <input type="hidden" name="at" value={at} />
                      {mayMove && (
                        <>
                          <button
                            className="plain"
                            name="intent"
                            value="up"
                            disabled={above?.group !== turn.group || above.called}
                            aria-label={t('order.up', { code: turn.code })}
                          >
                            ↑
                          </button>
                          <button
                            className="plain"
                            name="intent"
                            value="down"
                            disabled={below?.group !== turn.group || below.called}
                            aria-label={t('order.down', { code: turn.code })}
                          >
                            ↓
                          </button>
                        </>
                      )}
                      {callable && board.called?.entry !== turn.entry && (
                        <button className="plain" name="intent" value="call" aria-label={t('order.callOne', { code: turn.code })}>
                          {t('order.call')}
                        </button>
                      )}
                    </Form>
                  </li>
                )
              })}
            </ol>
          </div>
        )
      })}
    </section>
  )
}
