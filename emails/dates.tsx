import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Action, Changes, Closing, Opening } from './pieces'

/** An event moved or does not take place. */
export function Dates({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Opening letter={letter} />
      <Changes letter={letter} />
      <Action letter={letter} />
      <Closing letter={letter} />
    </Layout>
  )
}
