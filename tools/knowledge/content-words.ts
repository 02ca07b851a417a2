/**
 * What a question is about: its words without those that every question shares.
 *
 * @module
 */

/** Words that every question shares say nothing about what it is about. */
const EMPTY_WORDS = new Set(
  `ich du er sie es wir ihr mir mich mein meine meinen meinem meiner der die das den dem des ein eine einen einem einer
  und oder aber ist sind war bin hat habe haben wird werden kann koennen koennte muss muessen soll darf duerfen will
  was wer wie wo wann warum wieso welche welcher welches viel viele nicht noch schon mal denn eigentlich bitte auf aus bei
  von vom mit fuer zu zum zur im in an am nach vor ueber unter wenn dass ob als auch nur so sich man jetzt hier da gibt
  bedeutet heisst steht stehen macht mache machen hilft helfen geht gehen komme kommt kommen kriege bekomme bekommen tun tut sagen lassen liegt hoch hohe hoehe i you he she it we they my me your the a an and or but is are was were be been am has have had do does did
  can could will would should must may what who how where when why which much many not yet already please of to in on at by
  for with from about if that this these those as also only so there here mean means get got just help helps make take get go come say let know want need us high`.split(
    /\s+/,
  ),
)

/** The telling words of a text, lower case, umlauts spelt out; all its words where none is telling. */
export function contentWords(text: string): readonly string[] {
  const words = searchText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Lower case with umlauts spelt out, so that "Mahngebühr" and "Mahngebuehr" are one word to every index. */
export function searchText(text: string): string {
  return text.toLowerCase().replace(/[äöüß]/g, (letter) => SPELLED[letter] ?? letter)
}
