/** English words of reading aloud. */
export const enReadAloud = {
  readAloud: {
    start: 'Read aloud',
    of: (action: string, part: string) => `${action}: ${part}`,
    stop: 'Stop reading',
    goOn: 'Read on',
    none: 'This device has no English voice of its own. We use no voice from the internet, because your words would go there. You can often get a voice in the settings of your device.',
  },
}
