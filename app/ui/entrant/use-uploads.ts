import { useCallback, useEffect, useRef, useState } from 'react'
import type { FilesReply, FileView, Missing, SlotView } from './editor-view'

/** One upload of this window, from choosing the file until the server has it. */
export interface Upload {
  id: number
  slot: string
  file: File
  /** file whose place it takes */
  replaces: string | null
  state: 'sending' | 'checking' | 'failed' | 'refused'
  percent: number
  /** why it was not taken */
  text: string
  /** the picture as this device has it */
  preview: string | null
}

const ASK_AGAIN_MS = 1_500
const SHOWN_AT_ONCE = 25 * 1024 * 1024

/** Files of an entry and the uploads under way. Uploads go by XMLHttpRequest, which alone tells how far they are. */
export function useUploads({
  path,
  lang,
  slots,
  failedText,
  onMissing,
}: {
  path: string
  lang: string
  slots: SlotView[]
  failedText: string
  onMissing: (missing: Missing[]) => void
}) {
  const [files, setFiles] = useState<FileView[]>(() => slots.flatMap((slot) => slot.files))
  const [uploads, setUploads] = useState<Upload[]>([])
  const requests = useRef(new Map<number, XMLHttpRequest>())
  const next = useRef(1)
  const asked = useRef({ last: 0, shown: 0 })

  const change = useCallback(
    (id: number, values: Partial<Upload>) => setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...values } : one))),
    [],
  )
  const drop = useCallback((id: number) => {
    requests.current.get(id)?.abort()
    requests.current.delete(id)
    setUploads((all) =>
      all.filter((one) => {
        if (one.id === id && one.preview) URL.revokeObjectURL(one.preview)
        return one.id !== id
      }),
    )
  }, [])
  const take = useCallback(
    (reply: Extract<FilesReply, { ok: true }>) => {
      setFiles(reply.files)
      onMissing(reply.missing)
    },
    [onMissing],
  )

  /** Asks how the files stand. Answers may overtake each other: one that was asked for earlier than what is shown is dropped. */
  const refresh = useCallback(async (): Promise<boolean> => {
    const turn = (asked.current.last += 1)
    const response = await fetch(`${path}/files?lang=${lang}`, { headers: { Accept: 'application/json' } }).catch(() => null)
    const reply = response?.ok && response.headers.get('Content-Type')?.includes('json') ? ((await response.json()) as FilesReply) : null
    if (!reply?.ok) return false
    if (turn > asked.current.shown) {
      asked.current.shown = turn
      take(reply)
    }
    return true
  }, [path, lang, take])

  const send = useCallback(
    (upload: Upload) => {
      const request = new XMLHttpRequest()
      requests.current.set(upload.id, request)
      const query = new URLSearchParams({ slot: upload.slot, lang, ...(upload.replaces && { replaces: upload.replaces }) })
      request.open('POST', `${path}/files?${query.toString()}`)
      request.setRequestHeader('Accept', 'application/json')
      request.upload.onprogress = ({ loaded, total }) =>
        change(upload.id, { percent: Math.floor((loaded / total) * 100), state: loaded === total ? 'checking' : 'sending' })
      const failed = () => change(upload.id, { state: 'failed', text: failedText })
      request.onerror = failed
      request.ontimeout = failed
      request.onload = () => {
        const reply = replyOf(request)
        if (!reply) return failed()
        if (!reply.ok) return change(upload.id, { state: 'refused', text: reply.text })
        void refresh().then((fresh) => {
          if (!fresh) take(reply)
          drop(upload.id)
        })
      }
      const body = new FormData()
      body.append('file', upload.file)
      request.send(body)
    },
    [path, lang, failedText, change, take, drop, refresh],
  )

  /** Begins uploads of chosen or dropped files. What is over the limit is told at once and never sent. */
  const add = useCallback(
    (slot: SlotView, chosen: readonly File[], replaces: string | null = null) => {
      const begun = chosen.slice(0, slot.max).map((file): Upload => {
        const over = file.size > slot.maxBytes
        const shown = /^image\/(jpeg|png)$/.test(file.type) && file.size < SHOWN_AT_ONCE
        return {
          id: next.current++,
          slot: slot.id,
          file,
          replaces,
          percent: 0,
          state: over ? 'refused' : 'sending',
          text: over ? slot.tooBig : '',
          preview: shown ? URL.createObjectURL(file) : null,
        }
      })
      setUploads((all) => [...all.filter((one) => one.slot !== slot.id || one.state === 'sending' || one.state === 'checking'), ...begun])
      for (const upload of begun) if (upload.state === 'sending') send(upload)
    },
    [send],
  )

  const retry = useCallback(
    (upload: Upload) => {
      change(upload.id, { state: 'sending', percent: 0, text: '' })
      send(upload)
    },
    [change, send],
  )

  const remove = useCallback(
    async (fileId: string) => {
      const response = await fetch(`${path}/files/${fileId}?lang=${lang}`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
      }).catch(() => null)
      const reply = response?.headers.get('Content-Type')?.includes('json') ? ((await response.json()) as FilesReply) : null
      if (reply?.ok && !(await refresh())) take(reply)
    },
    [path, lang, take, refresh],
  )

  // while small pictures are being made, ask how they stand
  const waiting = files.some(({ state }) => state === 'processing')
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void refresh(), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, refresh])

  return { files, uploads, add, retry, cancel: drop, remove }
}

function replyOf(request: XMLHttpRequest): FilesReply | null {
  try {
    const reply = JSON.parse(request.responseText) as FilesReply
    return typeof reply.ok === 'boolean' ? reply : null
  } catch {
    return null
  }
}
