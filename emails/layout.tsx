import type { ReactNode } from 'react'
import { Body, Container, Head, Html, Link, Preview, Section, Text } from 'react-email'
import type { Letter } from '~/domain/notices/letter'
import { colour, sans, serif } from './tokens'
import { WeaveMark } from './weave-mark'

/** Paper, a selvedge at the top and the foot, the mark, and why the receiver gets this. No pictures from outside. */
export function Layout({ letter, children }: { letter: Letter; children: ReactNode }) {
  return (
    <Html lang={letter.lang}>
      <Head>
        <meta name="color-scheme" content="light only" />
        <meta name="supported-color-schemes" content="light only" />
      </Head>
      <Preview>{letter.opening[0] ?? letter.subject}</Preview>
      <Body lang={letter.lang} style={{ margin: 0, padding: 0, backgroundColor: colour.sunk, fontFamily: sans, color: colour.ink }}>
        <Container style={{ maxWidth: 600, margin: '0 auto', padding: '32px 12px' }}>
          <Section style={{ backgroundColor: colour.paper, borderTop: `3px double ${colour.ink}` }}>
            <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
              <tbody>
                <tr>
                  <td style={{ padding: '28px 16px 0 32px', width: 28, verticalAlign: 'middle' }}>
                    <WeaveMark />
                  </td>
                  <td
                    style={{
                      padding: '28px 32px 0 0',
                      verticalAlign: 'middle',
                      fontFamily: serif,
                      fontSize: 16,
                      lineHeight: '24px',
                      color: colour.ink2,
                    }}
                  >
                    {letter.from}
                  </td>
                </tr>
              </tbody>
            </table>
            <Section style={{ padding: '28px 32px 36px' }}>
              <h1
                style={{
                  margin: '0 0 24px',
                  fontFamily: serif,
                  fontWeight: 400,
                  fontSize: 32,
                  lineHeight: '40px',
                  color: colour.ink,
                }}
              >
                {letter.title}
              </h1>
              {children}
            </Section>
            <Section style={{ borderTop: `3px double ${colour.ink}`, padding: '20px 32px 28px' }}>
              <Text style={{ margin: 0, fontSize: 13, lineHeight: '21px', color: colour.ink3 }}>{letter.because}</Text>
              <Text style={{ margin: '8px 0 0', fontSize: 13, lineHeight: '21px', color: colour.ink3 }}>
                <Link href={letter.house.url} style={{ color: colour.indigo, textDecoration: 'underline' }}>
                  {letter.house.name}
                </Link>{' '}
                · {letter.house.tagline}
              </Text>
            </Section>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}
