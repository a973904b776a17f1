import type { ReactNode } from 'react'
import { SampleTag } from './sample-tag'

type Chapter = {
  id: string
  title: string
  note?: ReactNode
  /** path of the config it shows; says 示例 when that is illustrative */
  path?: string
  sample?: string
  children: ReactNode
}

/** A part of an event’s page: heading on the left, what it says on the right. */
export function Chapter({ id, title, note, path, sample, children }: Chapter) {
  return (
    <section className="chapter" aria-labelledby={id}>
      <div className="chapter-head">
        <h2 id={id}>
          {title} {path && <SampleTag path={path} text={sample} />}
        </h2>
        {note && <p>{note}</p>}
      </div>
      <div className="chapter-body">{children}</div>
    </section>
  )
}
