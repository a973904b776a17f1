import { useEffect, useRef, useState } from 'react'

/** What browsers with a barcode reader of their own offer; TypeScript's own library does not know it yet. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

const LOOK_MS = 180

/** The camera as a reader of QR codes, where the browser has a reader and lets pages use the camera; nothing elsewhere. */
export function CameraScan({ found, words }: { found: (text: string) => void; words: { open: string; close: string; failed: string } }) {
  const [able, setAble] = useState(false)
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(found)
  tell.current = found
  useEffect(() => setAble(detectorClass() !== undefined && isSecureContext && 'mediaDevices' in navigator), [])
  useEffect(() => {
    const Reader = detectorClass()
    if (!open || !Reader) return
    const reader = new Reader({ formats: ['qr_code'] })
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const look = async () => {
      const element = video.current
      const [code] = element && element.readyState >= 2 ? await reader.detect(element).catch(() => []) : []
      if (over) return
      if (code) {
        setOpen(false)
        tell.current(code.rawValue)
      } else timer = setTimeout(() => void look(), LOOK_MS)
    }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async (given) => {
        stream = given
        if (over || !video.current) return given.getTracks().forEach((track) => track.stop())
        video.current.srcObject = given
        await video.current.play().catch(() => undefined)
        await look()
      },
      () => {
        setFailed(true)
        setOpen(false)
      },
    )
    return () => {
      over = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [open])
  if (!able) return null
  return (
    <>
      <button type="button" className="button" onClick={() => (setFailed(false), setOpen(!open))}>
        {open ? words.close : words.open}
      </button>
      {failed && (
        <p role="alert" className="small">
          {words.failed}
        </p>
      )}
      {open && <video ref={video} className="scan-video" playsInline muted />}
    </>
  )
}
