import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { isSample } from '~/domain/setup/config-path'
import { useT } from '~/i18n/use-t'

const SampleContext = createContext<readonly string[]>([])

/** Around everything that is shown from one event’s config: what its file lists as illustrative. */
export function SampleValues({ sample, children }: { sample: readonly string[]; children: ReactNode }) {
  return <SampleContext.Provider value={sample}>{children}</SampleContext.Provider>
}

/** Whether the value at a path of the config is illustrative. */
export function useIsSample(): (path: string) => boolean {
  const sample = useContext(SampleContext)
  return (path) => isSample({ sample }, path)
}

/** 示例 beside a value of the config, when its file says that it is illustrative and its heading, `under`, does not. */
export function SampleTag({ path, text, under }: { path: string; text?: string; under?: string }) {
  const t = useT('site')
  const isSampleAt = useIsSample()
  if (under !== undefined && isSampleAt(under)) return null
  return isSampleAt(path) ? <span className="tag">{text ?? t('sample')}</span> : null
}
