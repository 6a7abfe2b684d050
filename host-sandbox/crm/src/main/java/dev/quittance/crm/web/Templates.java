package dev.quittance.crm.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, compiled with the CRM. Thread-safe. */
public final class Templates {
    private static final String PACKAGE = "gg.jte.generated.crm";
    /** A page of the CRM is about this long. */
    private static final int USUAL_LENGTH = 16_384;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** The page as HTML: the template's parameters are {@code chrome} and {@code page}. */
    public String render(String template, Chrome chrome, Object page) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        engine.render(template + ".jte", Map.of("chrome", chrome, "page", page), output);
        return output.toString();
    }

    /** What has no chrome, as HTML: a document. The template's one parameter is {@code page}. */
    public String render(String template, Object page) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        engine.render(template + ".jte", Map.of("page", page), output);
        return output.toString();
    }
}
