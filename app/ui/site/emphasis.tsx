import { Fragment } from 'react'

/** A message whose [bracketed] part stands out, such as 余[12]天. */
export function Emphasis({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\[([^\]]*)\]/)
        .map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>))}
    </>
  )
}
