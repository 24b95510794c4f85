/** Text as bytes of an encoding of before UTF-8, which browsers only read: what each pair of bytes means is turned round. */
export function encodeText(text: string, label: string): Uint8Array<ArrayBuffer> {
  const known = tables.get(label) ?? tableOf(label);
  tables.set(label, known);
  const bytes = Array.from(text, (char) => {
    const code = char < '\u0080' ? [char.charCodeAt(0)] : known.get(char);
    if (!code) throw new Error(`${label} has no ${char}.`);
    return code;
  });
  return new Uint8Array(bytes.flat());
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  for (let first = 0x80; first < 0x100; first += 1) {
    for (const code of [[first], ...Array.from({ length: 0xbf }, (_unused, at) => [first, at + 0x40])]) {
      const char = decoder.decode(new Uint8Array(code));
      if (Array.from(char).length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, code);
    }
  }
  return table;
}
