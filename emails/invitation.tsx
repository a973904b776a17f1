import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Action, Closing, Facts, Figure, Opening } from './pieces'

/** To judge, to work on an event, or to sign in at a tablet with a PIN. */
export function Invitation({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Opening letter={letter} />
      <Figure letter={letter} spaced />
      <Facts letter={letter} />
      <Action letter={letter} />
      <Closing letter={letter} />
    </Layout>
  )
}
