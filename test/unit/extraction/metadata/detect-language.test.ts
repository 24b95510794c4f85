import { expect, test } from 'vitest';
import { chineseScript, detectLanguage } from '../../../../src/extraction/metadata/detect-language.ts';

test.each([
  ['zh-Hans', '人工智能也在重庆落地生根，开花结果。两江新区与百度智能云再度合作，上线了工业互联网平台。'],
  ['zh-Hant', '人工智慧也在重慶落地生根，開花結果。兩江新區與百度智慧雲再度合作，上線了工業網際網路平台。'],
  [
    'zh-Hans',
    '这款 MacBook Pro 配备了 Apple M2 Max 芯片，运行 Final Cut Pro 和 Logic Pro 时表现很好，还支持 Thunderbolt 4。',
  ],
  ['ja', '人工知能は重慶に根を下ろし、花を咲かせている。両江新区は再び協力を始めた。'],
  ['ko', '인공지능은 충칭에 뿌리를 내리고 꽃을 피웠다. 새로운 플랫폼이 문을 열었다.'],
  ['ru', 'Искусственный интеллект пустил корни в городе, и это был только первый шаг к новой эпохе.'],
  ['uk', 'Штучний інтелект пустив коріння в місті, і це був лише перший крок до нової епохи її життя.'],
  ['ar', 'ترسخ الذكاء الاصطناعي في المدينة وأثمر، ووقعت المنطقة الجديدة اتفاق تعاون جديد.'],
  ['fa', 'هوش مصنوعی در شهر ریشه دوانده و گل داده است و این منطقه پیمان تازه‌ای بست که چند سال پیش آغاز شد.'],
  ['he', 'הבינה המלאכותית הכתה שורש בעיר ופרחה, והאזור החדש חתם על הסכם.'],
  [
    'cs',
    'Nový most přes řeku otevřou v sobotu. Starý zničila povodeň před třemi lety a lidé museli jezdit dlouhou objížďkou. Na podzim přibude i chodník, ale do zimy hotový nebude. Na most se těší hlavně děti.',
  ],
  [
    'pl',
    'Nowy most na rzece otworzą w sobotę. Stary zniszczyła powódź i do pracy trzeba było jeździć objazdem, a po drodze nie ma sklepu. Na jesieni przybędzie chodnik, ale jest to jeszcze plan.',
  ],
  [
    'pl',
    'Na podstawie art. 5 ustawy z dnia 3 lipca o ochronie zabytków zarządza się, co następuje. Do zadań rady należy nadzór nad pracami na terenie parku oraz wydawanie opinii na wniosek wojewody. Wniosek do rady składa się na piśmie do dnia 30 czerwca.',
  ],
  [
    'cs',
    'Nejsem si jistý, co si o tom mám myslet. Když jsem tam přišel, nikdo nebyl doma a dveře byly otevřené. Sedl jsem si do křesla a čekal, až se vrátí. Trvalo to dlouho. Pak přišla ona a řekla, že už mě nechce nikdy vidět.',
  ],
  [
    'en',
    'The river was quiet that morning, and the boats that had come from the north were still tied to the pier for the day.',
  ],
  [
    'de',
    'Der Fluss war an diesem Morgen still, und die Boote, die aus dem Norden gekommen waren, lagen noch nicht am Steg für den Tag.',
  ],
  [
    'fr',
    'La rivière était calme ce matin-là, et les bateaux qui sont venus du nord étaient dans le port pour une longue journée avec les pêcheurs.',
  ],
  [
    'es',
    'El río estaba en calma aquella mañana y los barcos que venían del norte seguían en el muelle para una larga espera, pero con las velas listas.',
  ],
  [
    'pt',
    'O rio estava calmo e os barcos que vieram do norte não saíram do porto, mas foi uma longa espera para os pescadores também.',
  ],
])('detects %s', (lang, text) => {
  expect(detectLanguage(text)).toBe(lang);
});

test.each([
  'Ljubljana je v ponedeljek doživela izjemno močan dež. Gasilci so na stotine primerov večinoma črpali vodo iz kleti. Župan je dejal, da se mesto na take razmere pripravlja in da bo v prihodnjem letu zgradilo nove zadrževalnike.',
  'Bratislava v pondelok zažila mimoriadne silný dážď. Hasiči vyrážali k stovkám prípadov, väčšinou čerpali vodu z pivníc. Primátor povedal, že mesto sa na podobné situácie pripravuje a že na budúci rok postaví nové nádrže.',
  'Beograd je u ponedeljak doživeo izuzetno jaku kišu. Vatrogasci su izlazili na stotine intervencija. Gradonačelnik je rekao da se grad na takve situacije priprema i da će iduće godine na reci po planu biti nova brana.',
])('does not take a similar language for Czech or Polish: %s', (text) => {
  expect(detectLanguage(text)).toBeNull();
});

test('gives null for a text that is too short or mixed', () => {
  expect(detectLanguage('OK')).toBeNull();
  expect(detectLanguage('Kinderpunsch Zebra Okapi quagga lorem ipsum dolor amet')).toBeNull();
});

test('tells simplified from traditional Chinese by characters that only one has', () => {
  expect(chineseScript('国家发展')).toBe('Hans');
  expect(chineseScript('國家發展')).toBe('Hant');
  expect(chineseScript('人工')).toBeNull();
});
