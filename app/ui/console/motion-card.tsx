import type { MotionView } from '~/routes/console/motion-view.server'
import { useT } from '~/i18n/use-t'

interface MotionCardProps {
  motion: MotionView
  path: string
  /** whose conclusion it may be */
  chairs: { id: string; label: string; name: string }[]
  /** staff may type in voices and the conclusion, and withdraw it */
  acts: boolean
  /** what was typed when it was refused */
  typed: Record<string, string> | null
}

/** A motion with every judge's voice and its reason, and what the chair concluded. */
export function MotionCard({ motion, path, chairs, acts, typed }: MotionCardProps) {
  const t = useT('jury')
  const { id, state, voices, outcome } = motion
  return (
    <section className="motion" id={`motion-${id}`} data-state={state} aria-labelledby={`motion-${id}-title`}>
      <h2 id={`motion-${id}-title`}>
        {motion.about} <small>{motion.said}</small>
      </h2>
      <p className="motion-works">{motion.inOrder}</p>
      <blockquote>{motion.text}</blockquote>
      <p className="quiet small">{t('motion.moved', { mover: motion.mover, at: motion.openedAt })}</p>
      <table className="dense">
        <caption className="visually-hidden">{t('motion.voices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('motion.judge')}</th>
            <th scope="col">{t('motion.said')}</th>
            <th scope="col">{t('motion.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {voices.map((voice) => (
            <tr key={voice.seatId}>
              <th scope="row">{voice.who}</th>
              <td>{voice.said}</td>
              <td>{voice.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{motion.counted}</p>
      {motion.conclusion && (
        <p className="motion-end">
          {t('motion.concluded', { chair: motion.chair, at: motion.concludedAt, conclusion: motion.conclusion })}
        </p>
      )}
      {acts && state === 'open' && (
        <>
          <form method="post" action={path} className="deed">
            <input type="hidden" name="motion" value={id} />
            <div className="field">
              <label htmlFor={`seat-${id}`}>{t('motion.judge')}</label>
              <select id={`seat-${id}`} name="seat" defaultValue={typed?.seat}>
                {voices
                  .filter(({ aside }) => !aside)
                  .map((voice) => (
                    <option key={voice.seatId} value={voice.seatId}>
                      {voice.who}
                    </option>
                  ))}
              </select>
            </div>
            <VoiceChoice id={id} typed={typed?.choice ?? ''} />
            <div className="field">
              <label htmlFor={`reason-${id}`}>{t('motion.reason')}</label>
              <input id={`reason-${id}`} name="reason" type="text" required maxLength={500} defaultValue={typed?.reason} />
            </div>
            <button className="button button--small" name="intent" value="voice">
              {t('motion.typeVoice')}
            </button>
          </form>
          <ConcludeForm id={id} path={path} chairs={chairs} casting={outcome === 'casting'} typed={typed?.conclusion ?? ''} />
        </>
      )}
      {acts && state !== 'undone' && (
        <form method="post" action={path}>
          <input type="hidden" name="motion" value={id} />
          <button className="plain" name="intent" value="undo">
            {t(state === 'open' ? 'motion.withdraw' : 'motion.undo')}
          </button>
        </form>
      )}
    </section>
  )
}

export function VoiceChoice({ id, typed }: { id: string; typed: string }) {
  const t = useT('jury')
  return (
    <fieldset className="voices">
      <legend>{t('motion.said')}</legend>
      {(['yes', 'no', 'abstain'] as const).map((choice) => (
        <label key={choice} htmlFor={`${id}-${choice}`}>
          <input id={`${id}-${choice}`} type="radio" name="choice" value={choice} required defaultChecked={typed === choice} />{' '}
          {t(`motion.voice.${choice}`)}
        </label>
      ))}
    </fieldset>
  )
}

interface ConcludeFormProps {
  id: string
  path: string
  chairs: { id: string; label: string; name: string }[]
  /** as many for as against: the chair's own voice decides */
  casting: boolean
  typed: string
}

export function ConcludeForm({ id, path, chairs, casting, typed }: ConcludeFormProps) {
  const t = useT('jury')
  return (
    <form method="post" action={path} className="deed">
      <input type="hidden" name="motion" value={id} />
      <div className="field">
        <label htmlFor={`chair-${id}`}>{t('motion.chair')}</label>
        <select id={`chair-${id}`} name="chair">
          {chairs.map((seat) => (
            <option key={seat.id} value={seat.id}>
              {seat.label} {seat.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field field--wide">
        <label htmlFor={`conclusion-${id}`}>{t('motion.conclusion')}</label>
        <textarea id={`conclusion-${id}`} name="conclusion" rows={2} required maxLength={2000} defaultValue={typed} />
      </div>
      {casting && (
        <label className="choice" htmlFor={`casting-${id}`}>
          <input id={`casting-${id}`} type="checkbox" name="casting" value="yes" /> {t('motion.casting')}
        </label>
      )}
      <button className="button" name="intent" value="conclude">
        {t('motion.conclude')}
      </button>
    </form>
  )
}
