// breaks: routes-speak-http
// breaks: sdks-behind-gateways
// breaks: no-restricted-imports
import sharp from 'sharp'
export const loader = () => sharp
