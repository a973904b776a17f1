import { Button, Section, Text } from 'react-email'
import type { Letter } from '~/domain/notices/letter'
import { colour, mono, sans, serif } from './tokens'

const paragraph = { margin: '0 0 16px', fontSize: 16, lineHeight: '28px', color: colour.ink }
const quiet = { fontSize: 14, lineHeight: '22px', color: colour.ink3 }

/** Greeting and opening. A line break in the text stays one. */
export function Opening({ letter }: { letter: Letter }) {
  return (
    <>
      {letter.greeting && <Text style={paragraph}>{letter.greeting}</Text>}
      {letter.opening.map((text, i) => (
        <Text key={i} style={{ ...paragraph, whiteSpace: 'pre-line' }}>
          {text}
        </Text>
      ))}
    </>
  )
}

export function Closing({ letter }: { letter: Letter }) {
  return letter.closing.map((text, i) => (
    <Text key={i} style={{ ...quiet, margin: i === 0 ? '28px 0 0' : '8px 0 0' }}>
      {text}
    </Text>
  ))
}

/** Rows between threads: label left, value right. */
export function Facts({ letter }: { letter: Letter }) {
  if (letter.facts.length === 0) return null
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ margin: '8px 0 0', borderBottom: `1px solid ${colour.thread}` }}
    >
      <tbody>
        {letter.facts.map(({ label, value }) => (
          <tr key={label}>
            <td
              style={{
                ...quiet,
                width: 128,
                padding: '10px 16px 10px 0',
                borderTop: `1px solid ${colour.thread}`,
                verticalAlign: 'top',
              }}
            >
              {label}
            </td>
            <td
              style={{
                fontSize: 15,
                lineHeight: '22px',
                padding: '10px 0',
                borderTop: `1px solid ${colour.thread}`,
                color: colour.ink,
              }}
            >
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The one action of a mail, in cinnabar, and its address in plain sight. */
export function Action({ letter }: { letter: Letter }) {
  if (!letter.action) return null
  return (
    <Section style={{ margin: '28px 0 0' }}>
      <Button
        href={letter.action.url}
        style={{
          display: 'inline-block',
          padding: '15px 28px',
          borderRadius: 2,
          backgroundColor: colour.cinnabar,
          color: colour.onCinnabar,
          fontFamily: sans,
          fontSize: 16,
          lineHeight: '20px',
          fontWeight: 500,
          textDecoration: 'none',
        }}
      >
        {letter.action.label}
      </Button>
      <Text
        style={{
          margin: '12px 0 0',
          fontFamily: mono,
          fontSize: 12,
          lineHeight: '18px',
          color: colour.ink3,
          wordBreak: 'break-all',
        }}
      >
        {letter.action.url}
      </Text>
    </Section>
  )
}

/** A code, a PIN, an entry number: large, between two threads. */
export function Figure({ letter, spaced = false }: { letter: Letter; spaced?: boolean }) {
  if (!letter.figure) return null
  return (
    <Section
      style={{
        margin: '8px 0 24px',
        padding: '16px 0',
        borderTop: `1px solid ${colour.ink}`,
        borderBottom: `1px solid ${colour.thread}`,
      }}
    >
      <Text style={{ ...quiet, margin: 0 }}>{letter.figure.label}</Text>
      <Text
        style={{
          margin: '4px 0 0',
          fontFamily: serif,
          fontSize: spaced ? 44 : 32,
          lineHeight: spaced ? '56px' : '44px',
          letterSpacing: spaced ? 8 : 0,
          color: colour.indigo,
        }}
      >
        {letter.figure.value}
      </Text>
    </Section>
  )
}

export function Reasons({ letter }: { letter: Letter }) {
  if (letter.reasons.length === 0) return null
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '0 0 24px' }}>
      <tbody>
        {letter.reasons.map((reason, i) => (
          <tr key={i}>
            <td
              style={{
                width: 32,
                padding: '8px 0',
                fontFamily: serif,
                fontSize: 18,
                lineHeight: '26px',
                color: colour.indigo,
                verticalAlign: 'top',
              }}
            >
              {i + 1}
            </td>
            <td
              style={{
                padding: '8px 0',
                fontSize: 16,
                lineHeight: '26px',
                borderBottom: `1px solid ${colour.thread}`,
                whiteSpace: 'pre-line',
              }}
            >
              {reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Old dates stay readable, struck; the new ones are in ink. */
export function Changes({ letter }: { letter: Letter }) {
  if (letter.changes.length === 0) return null
  const cell = {
    padding: '10px 12px 10px 0',
    borderTop: `1px solid ${colour.thread}`,
    fontSize: 15,
    lineHeight: '22px',
    verticalAlign: 'top' as const,
  }
  const head = { ...quiet, padding: '0 12px 6px 0', textAlign: 'left' as const, fontWeight: 400 }
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '8px 0 0' }}>
      <thead>
        <tr>
          <th style={head} />
          <th style={head}>{letter.changeLabels?.before}</th>
          <th style={head}>{letter.changeLabels?.after}</th>
        </tr>
      </thead>
      <tbody>
        {letter.changes.map(({ name, before, after }) => (
          <tr key={name}>
            <td style={{ ...cell, fontFamily: serif }}>{name}</td>
            <td style={{ ...cell, color: colour.ink3, textDecoration: 'line-through' }}>{before}</td>
            <td style={{ ...cell, fontWeight: 600 }}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Names of files with their checksums, in a face in which 0 and O differ. */
export function Files({ letter }: { letter: Letter }) {
  if (letter.files.length === 0) return null
  return (
    <Section style={{ margin: '24px 0 0' }}>
      {letter.files.map(({ name, sha256 }) => (
        <Section key={sha256 + name} style={{ padding: '8px 0', borderTop: `1px solid ${colour.thread}` }}>
          <Text style={{ margin: 0, fontSize: 14, lineHeight: '22px', color: colour.ink, wordBreak: 'break-all' }}>{name}</Text>
          <Text
            style={{
              margin: 0,
              fontFamily: mono,
              fontSize: 12,
              lineHeight: '18px',
              color: colour.ink3,
              wordBreak: 'break-all',
            }}
          >
            SHA-256 {sha256}
          </Text>
        </Section>
      ))}
    </Section>
  )
}
