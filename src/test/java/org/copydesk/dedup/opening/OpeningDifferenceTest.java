package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.copydesk.dedup.Fingerprint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule tells two sentences apart that have all other words in common. */
class OpeningDifferenceTest {
  private static final double ALIKE = .9;

  /** Tokens of an opening behind which the text goes on. */
  private static final int LONG = 1_000;

  private static CopyRule rule(String language, String one, String other) {
    OpeningSide a = side(language, one);
    OpeningSide b = side(language, other);
    return new OpeningDifference(a, b, ALIKE, false).rule(LONG, LONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The pact with the Elm County Water Agency holds | The pact with the Oak County Water Agency in Elm County holds
          """)
  void ofTextsThatShareLittleANewNameInAPlaceIsEnough(String one, String other) {
    OpeningSide a = side("en", one);
    OpeningSide b = side("en", other);
    int all = LONG;
    assertThat(new OpeningDifference(a, b, .6, true).rule(all, all), is(CopyRule.NAME));
    assertThat(new OpeningDifference(a, b, .6, false).rule(all, all), is(nullValue()));
    OpeningSide later = side("en", one + ", said Oakes of the Water Board");
    assertThat(new OpeningDifference(a, later, .6, true).rule(all, all), is(nullValue()));
  }

  private static OpeningSide side(String language, String text) {
    Opening body = Opening.of(text, language);
    return new OpeningSide(
        Opening.of("", language), body, form -> false, form -> true, Fingerprint.UNDATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The jury found Venn guilty today | The jury found Venn not guilty today",
        "ja | 市は計画を認めた。 | 市は計画を認めなかった。",
        "ja | 市は計画を認めた。議長が述べた。 | 市は計画を認めず。議長が述べた。",
        "ko | 시는 계획을 승인했다 오늘 | 시는 계획을 승인하지 않았다 오늘",
        "fi | Kaupunki hyväksyi suunnitelman tänään | Kaupunki ei hyväksynyt suunnitelman tänään",
        "hu | A város elfogadta a tervet ma | A város nem fogadta el a tervet ma",
        "hi | नगर ने योजना मानी है आज | नगर ने योजना नहीं मानी है आज",
        "ar | وقد قبلت المدينة الخطة اليوم | ولم تقبل المدينة الخطة اليوم",
        "he | העיר אישרה את התוכנית היום | העיר לא אישרה את התוכנית היום",
        "id | Kota menerima rencana itu hari ini | Kota tidak menerima rencana itu hari ini",
      })
  void oneDeniesTheOther(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.NEGATION));
    assertThat(rule(language, other, one), is(CopyRule.NEGATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tr | Mahkeme onu suçlu buldu bugün | Mahkeme onu suçlu bulmadı bugün",
        "tr | Meclis planı kabul etti bugün | Meclis planı kabul etmedi bugün",
        "tr | Köprü yarın açılacak dedi | Köprü yarın açılmayacak dedi",
        "tr | Şirket borcu ödüyor dedi | Şirket borcu ödemiyor dedi",
        "fa | شهر طرح را پذیرفت امروز | شهر طرح را نپذیرفت امروز",
        "cs | Město plán schválilo dnes | Město plán neschválilo dnes",
        "en | The water was harmful here | The water was harmless here",
        "ko | 시는 출입을 허용 오늘 | 시는 출입을 불허용 오늘",
        "hi | अदालत ने वैध कहा आज | अदालत ने अवैध कहा आज",
      })
  void aSyllableTurnsTheWord(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.OPPOSITE));
    assertThat(rule(language, other, one), is(CopyRule.OPPOSITE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Rates rose by half a point today | Rates rose by a quarter point today",
        "de | Ein Gutachten von zwanzig Seiten heute | Ein Gutachten von hundertzwanzig Seiten heute",
        "nl | Er zijn eenentwintig boten vandaag | Er zijn eenendertig boten vandaag",
        "tr | Faiz yarım puan arttı | Faiz çeyrek puan arttı",
        "ko | 배 백이십 척이 왔다 | 배 이십 척이 왔다",
        "ar | قتل عشرون شخصا اليوم | قتل ثلاثون شخصا اليوم",
        "vi | Có hai mươi người hôm nay | Có ba mươi người hôm nay",
        "id | Ada dua belas orang hari ini | Ada dua puluh orang hari ini",
      })
  void anotherQuantityStandsInItsPlace(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.QUANTITY));
    assertThat(rule(language, other, one), is(CopyRule.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | He met the crew on 5 March | He met the crew on March 5",
        "en | It rose 25 basis points today | It rose 0.25 percentage points today",
        "en | It cost $1.5m last year | It cost a million and a half dollars last year",
        "ar | كلف مليون ونصف مليون دينار | كلف 1,500,000 دينار",
        "ar | يفتح الساعة 15:00 يوم الجمعة | يفتح الساعة 3 بعد الظهر يوم الجمعة",
        "nl | De uitspraak staat vanaf 12-05 op het bord | De uitspraak staat vanaf 12 mei op het bord",
        "pt | Saltam um metro e oitenta de altura | Saltam 1,80 metro de altura",
        "ja | まもなく市は計画を決める。 | 市は計画を決める。",
        "ru | Рост 12 процентов за год | Рост 12 % за год",
        "zh | 利率上调25个基点，这是今年第一次。 | 利率上调0.25个百分点，这是今年第一次。",
      })
  void anotherStyleIsNoOtherStory(String language, String one, String other) {
    assertThat(rule(language, one, other), is(nullValue()));
    assertThat(rule(language, other, one), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The hall seats at least 90 guests now | The hall seats at most 90 guests now",
        "fr | La salle compte au moins 90 places ici | La salle compte au plus 90 places ici",
        "de | Der Saal fasst mindestens 90 Leute hier | Der Saal fasst höchstens 90 Leute hier",
        "pl | Sala mieści co najmniej 90 osób tutaj | Sala mieści co najwyżej 90 osób tutaj",
        "tr | Salon en az 90 kişi alıyor bugün | Salon en çok 90 kişi alıyor bugün",
        "vi | Phòng chứa ít nhất 90 người hôm nay | Phòng chứa nhiều nhất 90 người hôm nay",
        "en | Every stall burned there | Some stall burned there",
        "sv | Beslutet var enhälligt i dag | Beslutet fattades med majoritet i dag",
        "cs | Platí pro sklad kromě dvora | Platí pro sklad včetně dvora",
        "en | The upstream gauge failed here | The downstream gauge failed here",
        "ja | 水門は川の上流にある。 | 水門は川の下流にある。",
        "it | Parlerà prima della cena là | Parlerà dopo della cena là",
        "uk | Вугілля подорожчає взимку тут | Вугілля подешевшає взимку тут",
        "hu | A busz Kerekdra megy most | A busz Kerekdról megy most",
        "fi | Bussi ajaa Kivilahdelle nyt | Bussi ajaa Kivilahdelta nyt",
        "fi | Asukas on halukas ja vakaumuksellinen | Asukas on haluton ja vakaumukseton",
        "en | It was paid in euros then | It was paid in dollars then",
        "ar | دفعت الشركة ألف دينار أمس | دفعت الشركة ألف درهم أمس",
        "en | They paid $70 million then | They paid €70 million then",
        "tr | Bedeli 70 milyon lirayla biter, 70 liraya | Bedeli 70 milyon lirayla biter, 70 dolara",
        "hi | वहाँ न्यूनतम 70 लोग आए | वहाँ अधिकतम 70 लोग आए",
        "en | The employer paid for it there | The employee paid for it there",
        "en | The accuser left the court then | The accused left the court then",
        "en | The lessors signed it there | The lessees signed it there",
        "en | The prince left the court then | The princess left the court then",
        "en | They paid A$70 million then | They paid C$70 million then",
        "en | They paid US$70 million then | They paid HK$70 million then",
        "nb | De betalte 70 millioner NOK da | De betalte 70 millioner SEK da",
        "sv | De betalade 70 danska kronor där | De betalade 70 norska kronor där",
        "sv | De betalade 70 kronor där | De betalade 70 euro där",
        "en | They meet once a week here | They meet once a month here",
      })
  void anOppositeOrAnotherUnitStandsInItsPlace(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.OPPOSITE));
    assertThat(rule(language, other, one), is(CopyRule.OPPOSITE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The track is 7 km long | The track is 7 miles long",
        "pt | Colheram 9 toneladas de uva | Colheram 9 quilos de uva",
        "ko | 다리에서 4km 떨어진 곳 | 다리에서 4m 떨어진 곳",
        "sv | Svar ges inom tre veckor här | Svar ges inom tre månader här",
        "en | All of the ten judges agreed | Six of the ten judges agreed",
        "es | Todos los barcos volvieron ayer | Tres barcos volvieron ayer",
        "hi | गाय सवा लाख में बिकी | गाय ढाई लाख में बिकी",
        "hu | A gyűlés fél hatkor kezdődik | A gyűlés fél hétkor kezdődik",
        "de | Treffen um halb sechs abends dort | Treffen um halb sieben abends dort",
        "ko | 사건 2023나4517 판결이 나왔다 | 사건 2023나4571 판결이 나왔다",
        "en | File B4517 was closed then | File B4571 was closed then",
        "en | The boat left at midnight there | The boat left at noon there",
        "en | It closes in June then | It closes in July then",
        "pl | Zaczyna się 5 marca tam | Zaczyna się 5 maja tam",
        "en | It was minus five degrees there | It was five degrees there",
        "en | It covers 300 square metres there | It covers 300 square miles there",
        "en | Some 1,950 boats sank there | Some 50 boats sank there",
        "en | Some 1990 boats sank there | Some 90 boats sank there",
        "de | Dort sanken 1.990 Boote | Dort sanken 90 Boote",
        "uk | Врятували дванадцять овець тут | Врятували двадцять овець тут",
      })
  void anotherUnitHourOrCodeIsAnotherQuantity(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.QUANTITY));
    assertThat(rule(language, other, one), is(CopyRule.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The wall is 3.4 km long | The wall is 3,400 metres long",
        "ru | Вал высотой 1,8 метра здесь | Вал высотой 180 сантиметров здесь",
        "pl | Dzwon waży 2,5 tony podobno | Dzwon waży 2500 kg podobno",
        "ja | 道は2.5キロ長い。 | 道は2500メートル長い。",
        "en | He spoke for two hours and a half there | He spoke for 150 minutes there",
        "en | He spoke for an hour and a half there | He spoke for 90 minutes there",
        "it | Vinse con un secondo e mezzo di margine | Vinse con 1,5 secondi di margine",
        "es | Subió tres metros y medio ayer | Subió 3,5 metros ayer",
        "sv | Svar ges inom tre veckor här | Svar ges inom 21 dagar här",
        "cs | Stavěli to rok a půl potom | Stavěli to 18 měsíců potom",
        "es | Lo hicieron en año y medio entonces | Lo hicieron en 18 meses entonces",
        "ja | 工事は二年半続いた。 | 工事は30か月続いた。",
        "ko | 공사는 2년 반 걸렸다 오늘 | 공사는 30개월 걸렸다 오늘",
        "en | The silt is half a metre deep | The silt is 50 centimetres deep",
        "zh | 五分之二的店铺关了门。 | 40%的店铺关了门。",
        "it | Tre quarti delle case sono vuote | 75% delle case sono vuote",
        "id | Acara pukul setengah tujuh malam itu | Acara pukul 18.30 malam itu",
        "id | Ia bekerja tiga dasawarsa di sana | Ia bekerja tiga puluh tahun di sana",
        "en | He spoke for 6 minutes there | He spoke for 6 mintues there",
        "en | A quarter of the boats sank | 25 percent of the boats sank",
        "uk | Зроблено на три чверті вже | Зроблено на 75 % вже",
        "pt | Votaram dois terços dos membros | Votaram 2/3 dos membros",
        "zh | 投票率为七成五，创下纪录。 | 投票率为75%，创下纪录。",
        "ja | 駅は平成10年に開業した。 | 駅は1998年に開業した。",
        "zh | 大桥于民国100年完工。 | 大桥于2011年完工。",
        "id | Harganya Rp45.000 per orang | Harganya 45 ribu rupiah per orang",
        "sv | Mötet börjar halv sju på kvällen där | Mötet börjar kl. 18.30 där",
        "fi | Kokous alkoi puoli kuudelta illalla siellä | Kokous alkoi kello 17.30 siellä",
        "hu | A gyűlés fél hatkor kezdődik | A gyűlés 17.30-kor kezdődik",
        "uk | Заняття о пів на сьому ранку тут | Заняття о 6:30 тут",
        "fr | Rendez-vous à 19 h 45 au port | Rendez-vous à 19h45 au port",
        "ja | 会議は午後6時半に始まった。 | 会議は18時30分に始まった。",
        "vi | Họp lúc 4 giờ rưỡi chiều nay | Họp lúc 16 giờ 30 nay",
        "nb | De betalte 70 kroner da | De betalte 70 NOK da",
        "sv | De betalade 70 kronor där | De betalade 70 svenska kronor där",
        "en | It was built in the 1990s there | It was built in the 90s there",
        "de | Es stammt aus den 1990er Jahren dort | Es stammt aus den 90er Jahren dort",
        "es | Es de los años 1990 allí | Es de los años 90 allí",
        "ru | Это было в 1990-е годы там | Это было в 90-е годы там",
        "zh | 这座桥建于1990年代。 | 这座桥建于90年代。",
        "ko | 금리는 0.5%포인트 올랐다 | 금리는 0.5퍼센트포인트 올랐다",
      })
  void anotherNotationIsNoOtherQuantity(String language, String one, String other) {
    assertThat(rule(language, one, other), is(nullValue()));
    assertThat(rule(language, other, one), is(nullValue()));
  }

  private static CopyRule ruleOfShort(String language, String one, String other) {
    int all = Integer.MAX_VALUE;
    return new OpeningDifference(side(language, one), side(language, other), ALIKE, false)
        .rule(all, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The fair raised money for the museum | The fair raised money for the library",
        "en | The museum paid, and so did the library | The library paid, and so did the library",
        "de | Der Kurs ist jetzt freiwilliger | Der Kurs ist jetzt ausgebucht",
        "pl | Pociągi jadą według rozkładu letniego | Pociągi jadą według rozkładu zimowego",
        "fi | Jutun maksaa lopulta kirjasto | Jutun maksaa lopulta museo",
        "hi | मेले में एक भैंस बिकी | मेले में एक बकरी बिकी",
        "id | Tiketnya hanya untuk pergi | Tiketnya hanya untuk pulang",
        "zh | 会议由图书馆的王小明主持。 | 会议由图书馆的陈国华主持。",
        "en | It pays the museum | It pays the school Share this: Mail Print",
      })
  void inAShortTextEveryWordTells(String language, String one, String other) {
    assertThat(ruleOfShort(language, one, other), is(CopyRule.SUBJECT));
    assertThat(ruleOfShort(language, other, one), is(CopyRule.SUBJECT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The labour party met here | The labor party met here",
        "en | It was said by Dr Venn | It was said by Doctor Venn",
        "en | The mintues were read then | The minutes were read then",
        "de | Die Strasse ist gesperrt | Die Straße ist gesperrt",
        "ja | 渡邊さんが話した。 | 渡辺さんが話した。",
        "ko | 시는 학생들에게 책을 주었다 | 시는 학생에들게 책을 주었다",
        "fa | جلسه پنجشنبه برگزار شد | جلسه پنجنشبه برگزار شد",
        "en | It pays the museum | It pays the museum Share this: Mail Print",
        "en | Yesterday the mayor opened the pier | The mayor opened the pier yesterday",
        "it | Ieri il sindaco ha chiuso il porto | Il sindaco ha chiuso il porto ieri",
        "es | Ayer el alcalde cerró el puerto | El alcalde cerró el puerto ayer",
      })
  void aSpellingIsNoOtherWordInAShortTextEither(String language, String one, String other) {
    assertThat(ruleOfShort(language, one, other), is(nullValue()));
    assertThat(ruleOfShort(language, other, one), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | Mówił dyrektor Bogumił Zaw | Mówił dyrektor Bohumir Zaw",
        "el | Μίλησε ο Μάνος Μελής εκεί | Μίλησε ο Μάνος Μελάκης εκεί",
      })
  void aNameThatOnlySoundsLikeItIsAnother(String language, String one, String other) {
    assertThat(rule(language, one, other), is(CopyRule.NAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | It was told by Mohammed Venn | It was told by Muhammad Venn",
        "ru | Об этом сказал Иванов вчера | Об этом сказала Иванова вчера",
        "en | It was told by Katherine Venn | It was told by Kathrine Venn",
        "en | Notice for the Ppprss today | Notice for the Press today",
      })
  void aNameWrittenForTheEarIsNoOther(String language, String one, String other) {
    assertThat(rule(language, one, other), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | Kapal itu beroperasi lagi | Kapal itu berhenti beroperasi lagi",
        "en | The ferry sails | The ferry stopped sailing",
        "ru | Паром ходит здесь | Паром перестал ходить здесь",
      })
  void whatStoppedIsNotWhatGoesOn(String language, String one, String other) {
    assertThat(rule(language, one, other) != null, is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 投票率上升百分之四，创下纪录。 | 投票率上升四个百分点，创下纪录。",
        "tr | Oran yüzde 4 arttı dün | Oran 4 yüzdelik puan arttı dün",
      })
  void pointsAreNoPercentWhereverTheSignStands(String language, String one, String other) {
    assertThat(rule(language, one, other) != null, is(true));
  }
}
