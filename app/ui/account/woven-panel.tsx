const CELL = 12
const WARPS = 56
const BAND = 8 * CELL
/** Bands of weft, from the top: each a yarn and a weave. */
const BANDS = [
  { yarn: 'var(--indigo)', weave: 'plain' },
  { yarn: 'var(--yarn-2)', weave: 'twill' },
  { yarn: 'var(--yarn-3)', weave: 'plain' },
  { yarn: 'var(--indigo)', weave: 'twill' },
  { yarn: 'var(--yarn-4)', weave: 'plain' },
  { yarn: 'var(--yarn-2)', weave: 'plain' },
  { yarn: 'var(--indigo)', weave: 'twill' },
  { yarn: 'var(--yarn-3)', weave: 'twill' },
] as const
const HEIGHT = BANDS.length * BAND
const COLUMNS = [0, 1, 2, 3]

/** Where the weft lies on top, by column and row of the repeat. */
const FLOATS: Record<'plain' | 'twill', readonly (readonly number[])[]> = {
  plain: [
    [0, 2],
    [1, 3],
    [0, 2],
    [1, 3],
  ],
  twill: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
  ],
}

/**
 * Cloth that grows with the steps of signing in: warps hang from the top, and as many bands are woven as steps are
 * done. Decoration: hidden from assistive tools, and light enough to be drawn in the page.
 */
export function WovenPanel({ step, steps = 3 }: { step: number; steps?: number }) {
  const woven = Math.round((BANDS.length * step) / (steps + 1))
  return (
    <div className="woven" aria-hidden="true">
      <svg viewBox={`0 0 ${WARPS * CELL} ${HEIGHT}`} preserveAspectRatio="xMinYMin slice" focusable="false">
        <defs>
          <pattern id="warps" width={CELL} height={HEIGHT} patternUnits="userSpaceOnUse">
            <rect x={CELL / 2 - 0.75} width="1.5" height={HEIGHT} fill="var(--thread-strong)" />
          </pattern>
          {BANDS.slice(0, woven).map((band, i) => (
            <pattern key={i} id={`band-${i}`} width={4 * CELL} height={4 * CELL} patternUnits="userSpaceOnUse">
              {FLOATS[band.weave].map((floats, row) => (
                <g key={row} transform={`translate(0 ${row * CELL})`}>
                  <rect y="2" width={4 * CELL} height={CELL - 4} fill={band.yarn} />
                  {COLUMNS.filter((column) => !floats.includes(column)).map((column) => (
                    // the warp lies on top here: the weft yields with a gap, and stays under for as long as it is under
                    <g key={column} transform={`translate(${column * CELL} 0)`}>
                      <rect
                        x={floats.includes((column + 3) % 4) ? 2 : 0}
                        width={CELL - (floats.includes((column + 3) % 4) ? 2 : 0) - (floats.includes((column + 1) % 4) ? 2 : 0)}
                        height={CELL}
                        fill="var(--paper)"
                      />
                      <rect x={CELL / 2 - 0.75} width="1.5" height={CELL} fill="var(--thread-strong)" />
                    </g>
                  ))}
                </g>
              ))}
            </pattern>
          ))}
        </defs>
        <rect width={WARPS * CELL} height={HEIGHT} fill="url(#warps)" />
        {BANDS.slice(0, woven).map((_, i) => (
          <rect key={i} y={i * BAND} width={WARPS * CELL} height={BAND} fill={`url(#band-${i})`} />
        ))}
      </svg>
    </div>
  )
}
