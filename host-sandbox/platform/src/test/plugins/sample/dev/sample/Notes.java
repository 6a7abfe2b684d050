package dev.sample;

import dev.quittance.api.PluginContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

public final class Notes {
    private final PluginContext context;

    Notes(PluginContext context) {
        this.context = context;
    }

    PluginContext context() {
        return context;
    }

    public void write(String org, String words) {
        put(context.ids().next().toString(), org, words);
    }

    /** False if the id is taken. */
    public boolean put(String id, String org, String words) {
        if (words(org, "").contains("@" + id)) {
            return false;
        }
        try (Connection connection = context.database().dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into note values (?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, org);
            insert.setString(3, words);
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("23")) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    public List<String> words(String org, String prefix) {
        try (Connection connection = context.database().dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select words from note where org_id = ? and words like ? order by note_id")) {
            select.setString(1, org);
            select.setString(2, prefix + "%");
            List<String> all = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
