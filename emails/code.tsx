import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Closing, Figure, Opening } from './pieces'

/** A six-digit code, large enough to read across a desk. */
export function Code({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Opening letter={letter} />
      <Figure letter={letter} spaced />
      <Closing letter={letter} />
    </Layout>
  )
}
