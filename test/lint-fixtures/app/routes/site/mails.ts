// breaks: routes-speak-http
import { mail } from '~/gateways/mail.server'
export const action = () => mail
