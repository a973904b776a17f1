import { useT } from '~/i18n/use-t'

interface CloseStageProps {
  stage: { name: string }
  obstacles: { reason: 'unsigned' | 'partial-sheet' | 'absent' | 'unscored' | 'needs-substitute'; count: number; judges: string[] }[]
  path: string
  /** what is closed are the votes of a first pass; the stage goes on with the marks */
  voting: boolean
}

/** What still stands in the way of closing, and what closing does. */
export function CloseStage({ stage, obstacles, path, voting }: CloseStageProps) {
  const t = useT('console')
  const jury = useT('jury')
  const unsigned = obstacles.some(({ reason }) => reason === 'unsigned')
  const blocked = obstacles.some(({ reason }) => reason !== 'unsigned')
  return (
    <section>
      <h2>{voting ? jury('endVoting.title') : t('close.title', { stage: stage.name })}</h2>
      {obstacles.length > 0 && (
        <ul className="hits">
          {obstacles.map(({ reason, count, judges }) => (
            <li key={reason}>{t(`obstacle.${reason}`, { count, judges: judges.join(' ') })}</li>
          ))}
        </ul>
      )}
      <form method="post" action={path} className="deed">
        {unsigned && !blocked && (
          <div className="field">
            <label htmlFor="unsignedBecause">{t('close.because')}</label>
            <select id="unsignedBecause" name="unsignedBecause" defaultValue="" required>
              <option value="">{t('close.wait')}</option>
              <option value="absence">{t('close.absence')}</option>
              <option value="chair-decided">{t('close.chairDecided')}</option>
            </select>
          </div>
        )}
        <button
          className={blocked ? 'button' : 'button button--act'}
          name="intent"
          value={voting ? 'end-voting' : 'close'}
          disabled={blocked}
        >
          {voting ? jury('endVoting.do') : t('close.do', { stage: stage.name })}
        </button>
        <p>{blocked ? t('close.blocked') : voting ? jury('endVoting.what') : t('close.what')}</p>
      </form>
    </section>
  )
}
