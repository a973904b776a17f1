import { useState } from 'react'
import { VOTE, choiceOf } from '~/domain/judging/votes/choice'
import { useT } from '~/i18n/use-t'
import { DeskDialog } from './desk-dialog'
import type { DeskWork } from './desk-setup'
import { useDesk } from './use-desk'
import { refusalText } from './refusal-text'

/** A private note on a work, kept when the dialog closes. */
export function NoteDialog({ work, close }: { work: DeskWork; close: () => void }) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const kept = state.notes.get(work.code)?.text ?? ''
  const [text, setText] = useState(kept)
  const keep = () => {
    if (text.trim() !== kept) store.note({ text: text.trim() })
    close()
  }
  return (
    <DeskDialog title={t('desk.noteTitle', { code: work.code })} close={keep}>
      <label htmlFor="desk-note">{t('desk.noteHelp')}</label>
      <textarea
        id="desk-note"
        value={text}
        maxLength={2000}
        rows={6}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && keep()}
      />
      <p className="desk-dialog-actions">
        <button type="button" className="desk-act" onClick={keep}>
          {t('desk.noteKeep')}
        </button>
      </p>
    </DeskDialog>
  )
}

/** Standing aside for a work: said what it does before it is done. */
export function RecuseDialog({ work, close }: { work: DeskWork; close: () => void }) {
  const t = useT('judge')
  const { store } = useDesk()
  const [reason, setReason] = useState('')
  return (
    <DeskDialog title={t('desk.recuseTitle', { code: work.code })} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          store.recuse(reason.trim())
          close()
        }}
      >
        <p>{t('desk.recuseText')}</p>
        <label htmlFor="desk-reason">{t('desk.recuseReason')}</label>
        <input id="desk-reason" value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
        <p className="desk-dialog-actions">
          <button type="submit" className="desk-act">
            {t('desk.recuseDo')}
          </button>
          <button type="button" onClick={close}>
            {t('desk.cancel')}
          </button>
        </p>
      </form>
    </DeskDialog>
  )
}

/** What the server did not take, and why: nothing is dropped before the judge has seen it. */
export function RefusedDialog({ close }: { close: () => void }) {
  const t = useT('judge')
  const vote = useT('jury')
  const { store, state } = useDesk()
  const { refused } = state.outbox
  const name = (id: string) => store.setup.criteria.find((criterion) => criterion.id === id)?.name ?? id
  const said = ({ criterion, value }: { criterion: string; value: string | null }) => {
    const choice = criterion === VOTE ? choiceOf(value) : null
    return choice ? vote(`choice.${choice}`) : (value ?? '—')
  }
  const settle = (again: boolean) => {
    void store.resolveRefused(again)
    close()
  }
  return (
    <DeskDialog title={t('desk.refusedTitle')} close={close}>
      <p>{t('desk.refusedText')}</p>
      <ul className="desk-refused">
        {refused.map((item) => (
          <li key={item.id}>
            <strong>{item.code}</strong>
            <span>
              {item.kind === 'mark' ? `${name(item.criterion)} ${said(item)}` : t(item.kind === 'note' ? 'desk.note' : 'desk.recuse')}
            </span>
            <span>{refusalText(t, item.refused ?? 'other')}</span>
          </li>
        ))}
      </ul>
      <p className="desk-dialog-actions">
        <button type="button" className="desk-act" onClick={() => settle(true)}>
          {t('desk.tryAgain')}
        </button>
        <button type="button" onClick={() => settle(false)}>
          {t('desk.letGo')}
        </button>
      </p>
    </DeskDialog>
  )
}
