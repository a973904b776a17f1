import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Difference, Missing, SaveReply } from './editor-view'

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'offline' }
  | { kind: 'failed' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; text: string }
  | { kind: 'conflict'; version: number; differences: Difference[] }

const AFTER_TYPING_MS = 1_200
const RETRY_MS = 5_000

interface Autosave {
  form: RefObject<HTMLFormElement>
  path: string
  lang: string
  version: number
  onSaved: (saved: { title: string; missing: Missing[] }) => void
}

/**
 * Saves a form a moment after the last key, by plain fetch: never two at once, again when the network is back, and
 * before the page is hidden. Only an answer of the server counts as saved.
 */
export function useAutosave({ form, path, lang, version, onSaved }: Autosave) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const versionRef = useRef(version)
  const dirty = useRef(false)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  /** The version the next save or submission is based on. */
  const setVersion = useCallback(
    (next: number) => {
      versionRef.current = next
      const field = form.current?.elements.namedItem('version')
      if (field instanceof HTMLInputElement) field.value = String(next)
    },
    [form],
  )

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (!form.current) return false
    if (busy.current) {
      timer.current = setTimeout(() => void save(), 300)
      return false
    }
    busy.current = true
    dirty.current = false
    const body = new FormData(form.current)
    body.set('version', String(versionRef.current))
    body.set('lang', lang)
    setStatus({ kind: 'saving' })
    const reply = await send(`${path}/save`, body)
    busy.current = false
    if (reply === 'offline' || reply === 'failed') {
      dirty.current = true
      setStatus({ kind: reply })
      timer.current = setTimeout(() => void save(), RETRY_MS)
      return false
    }
    if (reply.ok) {
      setVersion(reply.version)
      onSaved(reply)
      setStatus(dirty.current ? { kind: 'unsaved' } : { kind: 'saved', at: reply.saved })
      return true
    }
    dirty.current = true
    if (reply.reason === 'stale') setStatus({ kind: 'conflict', version: reply.version, differences: reply.differences })
    else if (reply.reason === 'signed-out') setStatus({ kind: 'signed-out' })
    else setStatus({ kind: 'refused', text: reply.text })
    return false
  }, [form, path, lang, onSaved, setVersion])

  /** Something was typed. */
  const touch = useCallback(() => {
    dirty.current = true
    setStatus((before) => (before.kind === 'conflict' || before.kind === 'saving' ? before : { kind: 'unsaved' }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), AFTER_TYPING_MS)
  }, [save])

  /** Keeps what this window holds, although somebody saved in between. */
  const keepMine = useCallback(
    (newer: number) => {
      setVersion(newer)
      return save()
    },
    [save, setVersion],
  )

  /** The form is being sent as a whole: nothing is lost by leaving. */
  const leave = useCallback(() => {
    clearTimeout(timer.current)
    dirty.current = false
  }, [])

  useEffect(() => {
    const again = () => {
      if (dirty.current) void save()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') again()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('beforeunload', warn)
    }
  }, [save])

  return { status, save, touch, keepMine, leave }
}

async function send(address: string, body: FormData): Promise<SaveReply | 'offline' | 'failed'> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (!response.headers.get('Content-Type')?.includes('json')) return 'failed'
    const reply = (await response.json()) as SaveReply
    return typeof reply.ok === 'boolean' ? reply : 'failed'
  } catch {
    return navigator.onLine ? 'failed' : 'offline'
  }
}
