import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface Zoom {
  scale: number
  /** how far the picture's middle stands from the table's, in CSS pixels */
  x: number
  y: number
}

const FIT: Zoom = { scale: 1, x: 0, y: 0 }
const FURTHEST = 12

/** Keeps a zoomed picture on its table: no further out than its own edge. */
export function held({ scale, x, y }: Zoom, width: number, height: number): Zoom {
  const clamped = Math.min(FURTHEST, Math.max(1, scale))
  const [reachX, reachY] = [((clamped - 1) * width) / 2, ((clamped - 1) * height) / 2]
  return {
    scale: clamped,
    x: Math.max(-reachX, Math.min(reachX, x)),
    y: Math.max(-reachY, Math.min(reachY, y)),
  }
}

/** Zooms so that the point of the picture under (px, py), counted from the middle, stays where it is. */
export function zoomedAt({ scale, x, y }: Zoom, to: number, px: number, py: number): Zoom {
  const ratio = Math.min(FURTHEST, Math.max(1, to)) / scale
  return { scale: scale * ratio, x: px - (px - x) * ratio, y: py - (py - y) * ratio }
}

/** Pan by drag, zoom by wheel and by two fingers, double click in and out. `picture` decides when to start anew. */
export function useZoom(table: RefObject<HTMLElement>, picture: string) {
  const [zoom, setZoom] = useState(FIT)
  const [moving, setMoving] = useState(false)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  useEffect(() => setZoom(FIT), [picture])

  const change = useCallback(
    (next: (zoom: Zoom) => Zoom) => {
      const box = table.current?.getBoundingClientRect()
      if (box) setZoom((zoom) => held(next(zoom), box.width, box.height))
    },
    [table],
  )

  useEffect(() => {
    const element = table.current
    if (!element) return
    const middle = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = element.getBoundingClientRect()
      return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { x, y } = middle(event)
      change((zoom) => zoomedAt(zoom, zoom.scale * Math.exp(-event.deltaY / 320), x, y))
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('button')) return
      pointers.current.set(event.pointerId, middle(event))
      element.setPointerCapture(event.pointerId)
      setMoving(true)
    }
    const onMove = (event: PointerEvent) => {
      const before = pointers.current.get(event.pointerId)
      if (!before) return
      const after = middle(event)
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      pointers.current.set(event.pointerId, after)
      if (!other) return change((zoom) => ({ ...zoom, x: zoom.x + after.x - before.x, y: zoom.y + after.y - before.y }))
      const apart = (point: { x: number; y: number }) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y))
      const centre = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }
      const shift = { x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 }
      change((zoom) => {
        const moved = { ...zoom, x: zoom.x + shift.x, y: zoom.y + shift.y }
        return zoomedAt(moved, (moved.scale * apart(after)) / apart(before), centre.x, centre.y)
      })
    }
    const onUp = (event: PointerEvent) => {
      pointers.current.delete(event.pointerId)
      setMoving(pointers.current.size > 0)
    }
    const onDouble = (event: MouseEvent) => {
      if ((event.target as Element).closest('button')) return
      const { x, y } = middle(event)
      change((zoom) => (zoom.scale > 1 ? FIT : zoomedAt(zoom, 4, x, y)))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    element.addEventListener('dblclick', onDouble)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
      element.removeEventListener('dblclick', onDouble)
    }
  }, [table, change])

  return {
    zoom,
    moving,
    fit: () => setZoom(FIT),
    /** to where one stitch can be seen: `natural` pixels of the picture for each of the screen, at least threefold */
    toStitch: (natural: number) => change((now) => (now.scale > 1.5 ? FIT : { ...now, scale: Math.max(3, natural * 1.5) })),
  }
}
