import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Action, Closing, Facts, Figure, Opening, Reasons } from './pieces'

/** What was decided about an entry: returned with reasons, accepted, selected … */
export function Decision({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Opening letter={letter} />
      <Reasons letter={letter} />
      <Figure letter={letter} />
      <Facts letter={letter} />
      <Action letter={letter} />
      <Closing letter={letter} />
    </Layout>
  )
}
