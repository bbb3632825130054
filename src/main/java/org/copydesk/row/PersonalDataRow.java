package org.copydesk.row;

import org.copydesk.quality.PersonalData;
import org.copydesk.table.Means;

/** How often each kind of personal data was found in an article. */
public record PersonalDataRow(
    @Means("e-mail addresses") Long email,
    @Means("telephone numbers") Long phone,
    @Means("IP addresses") Long ip,
    @Means("payment card numbers") Long card,
    @Means("bank account numbers") Long iban) {

  /** The counts as a row holds them; null when nobody counted. */
  public static PersonalDataRow of(PersonalData.Counts counts) {
    return counts == null
        ? null
        : new PersonalDataRow(
            (long) counts.email(),
            (long) counts.phone(),
            (long) counts.ip(),
            (long) counts.card(),
            (long) counts.iban());
  }
}
