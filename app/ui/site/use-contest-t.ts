import { useMatches } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { contestWords } from '~/i18n/contest-words'

/** The messages of public pages in the words of the event that the page is about; its loader says `contestKind`. */
export function useContestT(): TFunction<'site'> {
  const { t, i18n } = useTranslation('site')
  const kind = useMatches()
    .map(({ data }) => (data as { contestKind?: string } | null | undefined)?.contestKind)
    .find((one) => one !== undefined)
  return contestWords(t, i18n, kind)
}
