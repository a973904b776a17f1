import { useEffect, useState } from 'react'
import type { HallState } from '~/domain/judging/live/queries.server'
import type { Localized } from '~/i18n/language'
import { followLine } from './event-line'

interface HallProps {
  state: HallState
  stream: string
  pictures: { base: string; query: string }
  labels: Record<'total' | 'judges' | 'marking' | 'dropped' | 'soon', Localized>
}

/** The projector's page: the work as large as the wall allows, then its total. It follows the evening by itself. */
export function Hall({ state: first, stream, pictures, labels }: HallProps) {
  const [state, setState] = useState<HallState>(first)
  const [line, setLine] = useState(true)
  useEffect(
    () =>
      followLine<HallState | null>(
        stream,
        // a new address was made for the hall: this one has nothing more to show
        (next) => (next ? setState(next) : location.reload()),
        setLine,
      ),
    [stream],
  )
  const { work, event, stage } = state
  return (
    <main className="hall" id="content" data-score={work?.score ? '' : undefined} data-waiting={work ? undefined : ''}>
      <header className="hall-head">
        <p>
          <Both text={event} />
        </p>
        <p className="hall-stage">
          <Both text={stage} />
        </p>
        <p className="hall-count num" aria-hidden={!work}>
          {work && (
            <>
              {work.place}
              <small> / {state.of}</small>
            </>
          )}
        </p>
      </header>
      {work ? (
        <Work key={work.code} work={work} pictures={pictures} labels={labels} />
      ) : (
        <Waiting event={event} stage={stage} soon={labels.soon} />
      )}
      {!line && <p className="hall-lost" role="status" aria-label="…" />}
    </main>
  )
}

function Work({ work, pictures, labels }: Pick<HallProps, 'pictures' | 'labels'> & { work: NonNullable<HallState['work']> }) {
  const { code, title, group, track, authors, score } = work
  return (
    <>
      <figure className="hall-picture">
        {work.picture ? (
          <img src={`${pictures.base}${encodeURIComponent(code)}?${pictures.query}`} alt="" />
        ) : (
          <span className="hall-none" lang="zh-CN">
            {title}
          </span>
        )}
      </figure>
      <section className="hall-work" aria-live="polite">
        <h1 className="hall-code">{code}</h1>
        <p className="hall-title">
          <bdi>{title}</bdi>
        </p>
        {authors.length > 0 && <p className="hall-authors">{authors.join('　')}</p>}
        <p className="hall-group">
          <Both text={group} />
          {track && (
            <>
              {' '}
              · <Both text={track} />
            </>
          )}
        </p>
        {score ? <Score score={score} labels={labels} /> : <Marking marked={work.marked} expected={work.expected} labels={labels} />}
      </section>
    </>
  )
}

/** One thread for every judge; it is drawn when the mark is in. */
function Marking({ marked, expected, labels }: { marked: number; expected: number; labels: HallProps['labels'] }) {
  return (
    <div className="hall-marking">
      <ol aria-hidden="true">
        {Array.from({ length: expected }, (_, n) => (
          <li key={n} data-in={n < marked || undefined} />
        ))}
      </ol>
      <p>
        <Both text={labels.marking} />{' '}
        <b className="num">
          {marked} / {expected}
        </b>
      </p>
    </div>
  )
}

function Score({ score, labels }: { score: NonNullable<NonNullable<HallState['work']>['score']>; labels: HallProps['labels'] }) {
  const dropped = score.lines.some(({ marks }) => marks.some((mark) => mark.dropped))
  return (
    <div className="hall-score">
      <p className="hall-total">
        <Both text={labels.total} />
        <strong className="num">{score.total}</strong>
      </p>
      <dl>
        {score.lines.map(({ criterion, marks, value }) => (
          <div key={criterion?.zh ?? 'totals'}>
            <dt>
              <Both text={criterion ?? labels.judges} />
              {criterion && <b className="num">{value}</b>}
            </dt>
            <dd className="num">
              {marks.map((mark, n) => (mark.dropped ? <s key={n}>{mark.text}</s> : <span key={n}>{mark.text}</span>))}
            </dd>
          </div>
        ))}
      </dl>
      {dropped && (
        <p className="hall-note">
          <Both text={labels.dropped} />
        </p>
      )}
    </div>
  )
}

function Waiting({ event, stage, soon }: { event: Localized; stage: Localized; soon: Localized }) {
  return (
    <section className="hall-waiting">
      <Weave />
      <h1 lang="zh-CN">{event.zh}</h1>
      <p lang="en">{event.en}</p>
      <p className="hall-evening">
        <Both text={stage} />
      </p>
      <p className="hall-soon">
        <Both text={soon} />
      </p>
    </section>
  )
}

/** Warp and weft, two over two: the house's mark, as large as a curtain. */
const Weave = () => (
  <svg viewBox="0 0 28 28" className="hall-weave" aria-hidden="true">
    <path fill="#ededed" d="M6 0h5v4.5H6zM6 12.5h5V28H6zM17 0h5v15.500h-5zM17 23.500h5V28h-5z" />
    <path fill="#8d8d8d" d="M0 6h15.500v5H0zM23.500 6H28v5h-4.500zM0 17h4.500v5H0zM12.500 17H28v5H12.500z" />
  </svg>
)

const Both = ({ text }: { text: Localized }) => (
  <span className="both">
    <span lang="zh-CN">{text.zh}</span> {text.en !== text.zh && <small lang="en">{text.en}</small>}
  </span>
)
