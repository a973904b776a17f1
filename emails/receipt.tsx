import type { Letter } from '~/domain/notices/letter'
import { Layout } from './layout'
import { Action, Closing, Facts, Figure, Files, Opening } from './pieces'

/** 提交存证凭证: number, time, and the checksum of every file. */
export function Receipt({ letter }: { letter: Letter }) {
  return (
    <Layout letter={letter}>
      <Figure letter={letter} />
      <Opening letter={letter} />
      <Facts letter={letter} />
      <Files letter={letter} />
      <Action letter={letter} />
      <Closing letter={letter} />
    </Layout>
  )
}
