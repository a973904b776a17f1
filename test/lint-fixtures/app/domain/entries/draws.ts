// breaks: domain-knows-no-caller
export { button } from '~/ui/button'
