import { useT } from '~/i18n/use-t'

export interface ShownProblem {
  line: number
  col: number
  message: string
}

/** What is wrong with a text, each with its line and a mark under the place. */
export function EventProblems({
  title,
  lead,
  problems,
  source,
}: {
  title: string
  lead?: string
  problems: ShownProblem[]
  source: string
}) {
  const t = useT('setup')
  if (problems.length === 0) return null
  const lines = source.split(/\r?\n/)
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {lead && <p className="quiet small">{lead}</p>}
      <ol className="problems">
        {problems.map(({ line, col, message }, index) => (
          <li key={index}>
            <span className="place">{t('page.place', { line, col })}</span>
            <div>
              <p>{message}</p>
              <Excerpt text={lines[line - 1] ?? ''} col={col} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

const AROUND = 60

function Excerpt({ text, col }: { text: string; col: number }) {
  if (text.trim() === '') return null
  const from = Math.max(0, col - 1 - AROUND)
  const word = /^[^\s,:[\]{}]+/.exec(text.slice(col - 1))?.[0] ?? text.slice(col - 1, col)
  return (
    <pre>
      {from > 0 ? '…' : ''}
      {text.slice(from, col - 1)}
      <mark>{word || ' '}</mark>
      {text.slice(col - 1 + word.length, col - 1 + word.length + AROUND)}
    </pre>
  )
}
