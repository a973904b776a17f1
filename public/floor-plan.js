// Arrow keys lead from stand to stand on a floor plan, and a hold counts down. Without this file both still work: stands
// are links that Tab reaches, and the end of a hold is written out.
const NEAR = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

for (const plan of document.querySelectorAll('[data-floor-plan]')) {
  const stands = [...plan.querySelectorAll('a[data-x]')].map((link) => ({ link, x: +link.dataset.x, y: +link.dataset.y }))
  const first = stands.find(({ link }) => link.hasAttribute('aria-current')) ?? stands[0]
  // one stop for Tab, as in a grid: the arrows do the rest
  for (const stand of stands) stand.link.setAttribute('tabindex', stand === first ? '0' : '-1')
  plan.addEventListener('focusin', ({ target }) => {
    for (const { link } of stands) link.setAttribute('tabindex', link === target ? '0' : '-1')
  })
  plan.addEventListener('keydown', (event) => {
    const way = NEAR[event.key]
    const here = stands.find(({ link }) => link === document.activeElement)
    if (!way || !here) return
    event.preventDefault()
    let best = null
    for (const stand of stands) {
      const [across, down] = [stand.x - here.x, stand.y - here.y]
      const ahead = across * way[0] + down * way[1]
      if (ahead <= 0) continue
      const aside = Math.abs(across * way[1]) + Math.abs(down * way[0])
      const cost = ahead + aside * 3
      if (!best || cost < best.cost) best = { cost, link: stand.link }
    }
    if (best) best.link.focus()
  })
}

const pad = (number) => String(number).padStart(2, '0')
const clocks = [...document.querySelectorAll('[data-ends]')]
const tick = () => {
  for (const clock of clocks) {
    const left = Math.max(0, Math.round((Date.parse(clock.dataset.ends) - Date.now()) / 1000))
    clock.textContent = `${pad(Math.floor(left / 60))}:${pad(left % 60)}`
    if (left === 0 && !clock.dataset.over) {
      clock.dataset.over = 'yes'
      setTimeout(() => location.reload(), 1500)
    }
  }
}
if (clocks.length > 0) {
  tick()
  setInterval(tick, 1000)
}
