import { useLocalPath, useT } from '~/i18n/use-t'
import { AnswerList, FileGallery, PeopleList } from './entry-parts'
import type { Answer, PersonLine, SlotFiles } from './entry-parts'

export interface RecordView {
  submitted: { number: string; version: number; at: string; receipt: string } | null
  versions: { version: number; at: string; receipt: string }[]
  certificates: { href: string; award: string; name: string }[]
  answers: Answer[]
  people: PersonLine[]
  slots: SlotFiles[]
  place: string
}

/** An entry that is in: its number and receipt first, then what is in it. */
export function EntryRecord({
  record,
  path,
  done,
  canChange,
  canSubmit,
}: {
  record: RecordView
  path: string
  done: boolean
  canChange: boolean
  canSubmit: boolean
}) {
  const t = useT('entrant')
  const to = useLocalPath()
  const { submitted, versions, certificates, answers, people, slots, place } = record
  return (
    <div className="record">
      {submitted && (
        <section className="ticket" aria-labelledby="ticket-title">
          <h2 id="ticket-title">{done ? t('receipt.done') : t('receipt.heading')}</h2>
          <dl>
            <div className="ticket-number">
              <dt>{t('receipt.number')}</dt>
              <dd className="num">{submitted.number}</dd>
            </div>
            <div>
              <dt>{t('receipt.submittedAt')}</dt>
              <dd className="num">{submitted.at}</dd>
            </div>
            <div>
              <dt>{t('submit.version')}</dt>
              <dd>{t('receipt.version', { version: submitted.version })}</dd>
            </div>
          </dl>
          {done && <p>{t('receipt.doneNote')}</p>}
          <p className="row">
            <a className={`button${done ? ' button--act' : ''}`} href={submitted.receipt}>
              {t('receipt.download')}
            </a>
            {canChange && (
              <a className="button button--quiet" href={`${to(path)}?edit=1`}>
                {t('receipt.change')}
              </a>
            )}
          </p>
          <p className="quiet small">{t('receipt.proves')}</p>
        </section>
      )}
      {certificates.length > 0 && (
        <section className="part">
          <h2>{t('certificate.title')}</h2>
          <ul>
            {certificates.map(({ href, award, name }) => (
              <li key={href}>
                <a href={href}>{t('certificate.download', { award, name })}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {canSubmit && (
        <p className="row">
          <a className="button button--act" href={to(`${path}/submit`)}>
            {t('editor.review')}
          </a>
        </p>
      )}
      {slots.length > 0 && (
        <section className="part">
          <h2>{t('editor.part.files')}</h2>
          <FileGallery slots={slots} path={path} />
        </section>
      )}
      <section className="part">
        <h2>{t('editor.part.work')}</h2>
        <AnswerList answers={[{ id: 'place', label: t('editor.groupAndTrack'), text: place, long: false }, ...answers]} />
      </section>
      <section className="part">
        <h2>{t('submit.authors')}</h2>
        <PeopleList people={people} />
      </section>
      {versions.length > 1 && (
        <section className="part">
          <h2>{t('receipt.versions')}</h2>
          <ul className="plain-lines">
            {versions.map(({ version, at, receipt }) => (
              <li key={version}>
                <b>{t('receipt.version', { version })}</b> <span className="num">{at}</span> <a href={receipt}>{t('my.receipt')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {canChange && (
        <p>
          <a href={to(`${path}/withdraw`)}>{t('editor.withdraw')}</a>
        </p>
      )}
    </div>
  )
}
