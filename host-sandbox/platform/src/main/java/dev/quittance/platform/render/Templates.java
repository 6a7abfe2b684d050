package dev.quittance.platform.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Views as HTML, by templates compiled with the platform; all words are escaped. Thread-safe. */
public final class Templates {
    private static final String PACKAGE = "dev.quittance.platform.templates";

    private final TemplateEngine engine;
    private final Assets assets;

    /** Templates whose public pages use these files. */
    public Templates(Assets assets) {
        this.assets = assets;
        // The templates' own loader: a plugin's may be the context class loader.
        this.engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    }

    /** A staff page's content, for the host's chrome. */
    public String staffFragment(PageView page) {
        return render("staffPage.jte", "page", page);
    }

    /** A related list as a card; the id is unique on the page. */
    public String listCard(ListPart list, String id, Words words) {
        StringOutput output = new StringOutput();
        engine.render("list.jte", Map.of("list", list, "id", id, "words", words), output);
        return output.toString();
    }

    /** A panel as a card; the id is unique on the page. */
    public String panelCard(PageView panel, String id) {
        StringOutput output = new StringOutput();
        engine.render("panelCard.jte", Map.of("panel", panel, "id", id), output);
        return output.toString();
    }

    /** What stands where a plugin's part failed. */
    public String faultCard(CalloutView fault) {
        return render("faultCard.jte", "fault", fault);
    }

    /** A whole public page. */
    public String publicPage(PageView page, PublicLook look) {
        return render("publicPage.jte", "document", new PublicDocument(page, look, assets.href("public.css")));
    }

    /** A mail as HTML. */
    public String mail(MailView mail) {
        return render("mail.jte", "mail", mail);
    }

    private String render(String template, String name, Object model) {
        StringOutput output = new StringOutput();
        engine.render(template, Map.of(name, model), output);
        return output.toString();
    }
}
