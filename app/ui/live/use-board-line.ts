import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { followLine } from './event-line'

/** Reads the page's data anew whenever the hall's stream says that something changed. */
export function useBoardLine(stream: string | null): void {
  const revalidator = useRevalidator()
  const revalidate = useRef(revalidator.revalidate)
  revalidate.current = revalidator.revalidate
  useEffect(() => {
    if (stream === null) return
    let first = true
    // the state the line begins with is the page's own
    return followLine(stream, () => (first ? (first = false) : revalidate.current()))
  }, [stream])
}
