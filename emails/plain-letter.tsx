import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Action, Closing, Facts, Opening } from './pieces'

/** Words, perhaps some facts, perhaps one action: reminders, exports, an organiser's own message. */
export function PlainLetter({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Opening letter={letter} />
      <Facts letter={letter} />
      <Action letter={letter} />
      <Closing letter={letter} />
    </Layout>
  )
}
