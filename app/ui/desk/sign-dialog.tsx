import { useState } from 'react'
import { CHOICES } from '~/domain/judging/votes/choice'
import { useT } from '~/i18n/use-t'
import { DeskDialog } from './desk-dialog'
import { countWorks } from './desk-model'
import { useDesk } from './use-desk'

type Answer = 'offline' | 'signed-out' | 'incomplete' | 'stage-not-open' | 'other'

/** Signature and lock. Asks for everything that is still missing first, and for marks that still wait here. */
export function SignDialog({ close }: { close: () => void }) {
  const t = useT('judge')
  const vote = useT('jury')
  const { store, state } = useDesk()
  const counts = countWorks(state.works, state.sheets, state.notes)
  const missing = counts.unmarked + counts.partial
  const { pending, refused } = state.outbox
  const [signature, setSignature] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)

  const sign = async () => {
    setBusy(true)
    setAnswer(null)
    const signed = await post(`${store.setup.base}/sign`, { seat: store.setup.seatId, signature: signature.trim() })
    setBusy(false)
    if (typeof signed === 'string') return setAnswer(signed)
    await store.locked(signed.lockedAt)
  }

  if (state.lockedAt) {
    return (
      <DeskDialog title={t('desk.lockedTitle')} close={close}>
        <p>{t('desk.lockedText')}</p>
        <p className="desk-dialog-actions">
          <button type="button" className="desk-act" onClick={() => location.assign(store.setup.lobbyPath)}>
            {t('desk.toSheet')}
          </button>
        </p>
      </DeskDialog>
    )
  }
  return (
    <DeskDialog title={t('desk.signTitle')} close={close}>
      <dl className="desk-counts">
        <div>
          <dt>{t('desk.signDone')}</dt>
          <dd>{counts.done}</dd>
        </div>
        <div>
          <dt>{t('desk.filters.unmarked')}</dt>
          <dd>{counts.unmarked}</dd>
        </div>
        {store.setup.voting ? (
          CHOICES.map((choice) => (
            <div key={choice}>
              <dt>{vote(`choice.${choice}`)}</dt>
              <dd>{counts[choice]}</dd>
            </div>
          ))
        ) : (
          <>
            <div>
              <dt>{t('desk.filters.partial')}</dt>
              <dd>{counts.partial}</dd>
            </div>
            <div>
              <dt>{t('desk.filters.later')}</dt>
              <dd>{counts.later}</dd>
            </div>
          </>
        )}
      </dl>
      {missing > 0 ? (
        <>
          <p>{t('desk.signMissing', { missing })}</p>
          <p className="desk-dialog-actions">
            <button
              type="button"
              className="desk-act"
              onClick={() => {
                store.setFilter(counts.partial > 0 ? 'partial' : 'unmarked')
                close()
              }}
            >
              {t('desk.toMissing')}
            </button>
          </p>
        </>
      ) : pending > 0 || refused.length > 0 ? (
        <>
          <p>{t('desk.signPending', { pending: pending + refused.length })}</p>
          <p className="desk-dialog-actions">
            <button type="button" className="desk-act" onClick={() => store.flush()}>
              {t('desk.sendNow')}
            </button>
          </p>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void sign()
          }}
        >
          <p>{store.setup.voting ? vote('vote.signText') : t('desk.signText')}</p>
          <label htmlFor="desk-signature">{t('desk.signName')}</label>
          <input
            id="desk-signature"
            value={signature}
            required
            maxLength={80}
            autoComplete="name"
            onChange={(event) => setSignature(event.target.value)}
          />
          {answer && <p role="alert">{t(`desk.signAnswer.${answer}`)}</p>}
          <p className="desk-dialog-actions">
            <button type="submit" className="desk-act" disabled={busy || signature.trim() === '' || !store.open}>
              {busy ? t('desk.signing') : t('desk.signDo')}
            </button>
            <button type="button" onClick={close}>
              {t('desk.cancel')}
            </button>
          </p>
        </form>
      )}
    </DeskDialog>
  )
}

async function post(address: string, body: object): Promise<{ lockedAt: string } | Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(() => null)
  if (!response) return 'offline'
  const answer = (await response.json().catch(() => ({}))) as { lockedAt?: string; error?: string }
  if (response.ok && answer.lockedAt) return { lockedAt: answer.lockedAt }
  if (response.status === 401) return 'signed-out'
  return answer.error === 'incomplete' || answer.error === 'stage-not-open' ? answer.error : 'other'
}
