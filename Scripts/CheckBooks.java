import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Checks many books in one run: starting a Java machine for each takes longer than the checks.
 * Prints what EPUBCheck finds and ends with status 1 on any fatal error, error or warning.
 */
public final class CheckBooks {
  private static final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  private static final class Printer extends DefaultReportImpl {
    private final String book;

    Printer(String book) {
      super(book);
      this.book = book;
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      Severity severity = message.getSeverity();
      switch (severity) {
        case FATAL, ERROR, WARNING -> {
          counts.merge(severity, 1, Integer::sum);
          System.out.printf(
              "%s!%s:%d:%d: %s[%s]: %s%n", book, location.getPath(), location.getLine(),
              location.getColumn(), severity.toString().toLowerCase(Locale.ROOT),
              message.getID(), message.getMessage(arguments));
        }
        default -> { }
      }
    }

    @Override
    public void info(String resource, com.adobe.epubcheck.util.FeatureEnum feature, String value) {
    }

    @Override
    public int generate() {
      return 0;
    }
  }

  public static void main(String[] books) {
    Locale.setDefault(Locale.ENGLISH);
    for (String book : books) {
      try {
        new EpubCheck(new File(book), new Printer(book)).doValidate();
      } catch (RuntimeException failure) {
        counts.merge(Severity.FATAL, 1, Integer::sum);
        System.out.printf("%s!:0:0: fatal[CHK-008]: EPUBCheck stopped: %s%n", book, failure);
      }
    }
    int fatals = counts.getOrDefault(Severity.FATAL, 0);
    int errors = counts.getOrDefault(Severity.ERROR, 0);
    int warnings = counts.getOrDefault(Severity.WARNING, 0);
    System.out.printf(
        "%d books: %d fatals, %d errors, %d warnings%n", books.length, fatals, errors, warnings);
    System.exit(fatals + errors + warnings == 0 ? 0 : 1);
  }
}
