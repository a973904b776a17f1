/** A provider of mail or text messages said no for good: trying again would not help. */
export class Undeliverable extends Error {}
