import { z } from 'zod'
import type { Lang } from '~/i18n/language'
import { refusedText } from './words.server'
import type { RefusedUpload } from './words.server'

const reasons = [
  'not-found',
  'no-such-slot',
  'too-many',
  'empty',
  'too-big',
  'wrong-type',
  'broken',
  'encrypted',
  'too-many-pixels',
  'too-few-pixels',
  'page-too-small',
  'dropped',
  'no-file',
  'early',
  'over',
  'cancelled',
  'not-open',
  'decided',
  'withdrawn',
] as const satisfies readonly RefusedUpload['reason'][]

const Detail = z.record(z.string(), z.union([z.number(), z.string().max(60)])).catch({})

/** What the address says about the last upload of a page without scripts. An address somebody made up says little. */
export function readRefusal(query: URLSearchParams, lang: Lang): { slot: string; text: string } | null {
  const reason = reasons.find((one) => one === query.get('refused'))
  if (!reason) return null
  return { slot: query.get('slot') ?? '', text: refusedText({ reason, detail: Detail.parse(detailOf(query.get('detail'))) }, lang) }
}

function detailOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}
